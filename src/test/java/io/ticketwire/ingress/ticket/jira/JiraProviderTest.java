package io.ticketwire.ingress.ticket.jira;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Jira: what is genuine, under which ids its events are known, and how its issues are read beyond the fixtures. */
class JiraProviderTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String HELLO = "Hello World!";
    private static final String SIGNATURE = "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9";
    private static final Connector SIGNED = ConnectorExample.signing("jira", SECRET);
    private static final ProviderFixtures FIXTURES = ProviderFixtures.of("jira");

    private final JiraProvider provider = new JiraProvider();

    @Test
    void vectorThatAtlassianPublishesIsVerified() {
        Callback callback = Callback.of(HELLO).header("X-Hub-Signature", SIGNATURE);

        assertEquals(new Verification.Verified(), verify(callback, SIGNED));
    }

    @Test
    void bothSecretsAreAcceptedWhileOneReplacesTheOther() {
        Callback callback = Callback.of(HELLO).header("X-Hub-Signature", SIGNATURE);

        assertEquals(new Verification.Verified(), verify(callback, ConnectorExample.signing("jira", "new", SECRET)));
        assertEquals(new Verification.Verified(), verify(callback, ConnectorExample.signing("jira", SECRET, "new")));
    }

    @ParameterizedTest
    @CsvSource({
        "sha256=A4771C39FBE90F317C7824E83DDEF3CAAE9CB3D976C214ACE1F2937E133263C9, mismatch",
        "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c, mismatch",
        "sha256=, mismatch",
        "a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9, malformed",
        "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd26, malformed",
        "'', malformed"
    })
    void anySignatureInAnotherFormIsRefused(String signature, String reason) {
        Callback callback = Callback.of(HELLO).header("X-Hub-Signature", signature);

        assertEquals(new Verification.Refused(reason), verify(callback, SIGNED));
    }

    @Test
    void signatureIsOfTheBytesAndNotOfWhatTheySay() {
        String body = Json.text(Json.tree("{\"b\": 1, \"a\": \"\\u00e4\"}"));
        Callback callback = Callback.of("{\"b\": 1, \"a\": \"\\u00e4\"}").header("X-Hub-Signature", sign(body));

        assertEquals(new Verification.Refused("mismatch"), verify(callback, SIGNED));
    }

    @Test
    void signatureThatIsSentTwiceIsRefused() {
        Callback callback =
                Callback.of(HELLO).header("X-Hub-Signature", SIGNATURE).header("x-hub-signature", SIGNATURE);

        assertEquals(new Verification.Refused("repeated"), verify(callback, SIGNED));
    }

    @Test
    void automationRuleGivesTheSecretAsAToken() {
        Callback right = Callback.of(HELLO).header("X-Gateway-Token", SECRET);
        Callback wrong = Callback.of(HELLO).header("X-Gateway-Token", SECRET + "!");

        assertEquals(new Verification.Verified(), verify(right, SIGNED));
        assertEquals(new Verification.Refused("mismatch"), verify(wrong, SIGNED));
    }

    @Test
    void tokenDoesNotHelpAWrongSignature() {
        Callback callback = Callback.of(HELLO).header("X-Gateway-Token", SECRET).header("X-Hub-Signature", "sha256=00");

        assertEquals(new Verification.Refused("mismatch"), verify(callback, SIGNED));
    }

    @Test
    void requestWithNeitherIsToldWhatIsMissing() {
        Trail trail = Trail.noting();

        Verification verification = provider.verify(Callback.of(HELLO).get(), SIGNED, trail);

        assertEquals(new Verification.Refused("missing"), verification);
        assertTrue(trail.steps().get(0).detail().contains("x-gateway-token"));
        assertFalse(trail.steps().toString().contains(SECRET));
    }

    @Test
    void connectorWithoutASecretTakesEverything() {
        assertEquals(new Verification.Unsigned(), verify(Callback.of(HELLO), ConnectorExample.of("jira")));
    }

    @Test
    void deliveryIsKnownByTheIdThatJiraGivesIt() {
        List<InboundEvent> events =
                events(FIXTURES.request("issue-created.json").header("X-Atlassian-Webhook-Identifier", "51a4"));

        assertEquals(Ids.event(ConnectorExample.ID, "51a4"), events.get(0).id());
    }

    @Test
    void withoutThatIdTheEventItsIssueAndItsTimeStandForIt() {
        List<InboundEvent> created = events(FIXTURES.request("issue-created.json"));

        List<InboundEvent> updated = events(FIXTURES.request("issue-resolved.json"));

        assertEquals(
                Ids.event(ConnectorExample.ID, "jira:issue_created:10042:1795166100512"),
                created.get(0).id());
        assertNotEquals(created.get(0).id(), updated.get(0).id());
    }

    @Test
    void commentThatIsToldByItselfAndWithItsIssueIsOneEvent() {
        String alone =
                """
                {"timestamp":1795166400304,"webhookEvent":"comment_created","comment":{"id":"31039","body":"12345"},
                 "issue":{"id":"10042","key":"SUP-42","fields":{"summary":"Can not log in"}}}""";

        InboundEvent first = events(Callback.of(alone)).get(1);
        InboundEvent second =
                events(FIXTURES.request("datacenter-issue-commented.json")).get(1);

        assertEquals("conversation.added", first.type());
        assertEquals(first.id(), second.id());
    }

    @Test
    void subdomainMakesTheLinkAndTheBaseUrlCountsForMore() {
        Connector subdomain = ConnectorExample.with("jira", Map.of("subdomain", List.of("acme-support")));
        Connector baseUrl = new Connector(
                ConnectorExample.ID,
                "Acme",
                "jira",
                true,
                null,
                List.of(),
                Map.of("subdomain", List.of("acme-support")),
                null,
                "https://help.acme.example/jira",
                true);

        assertEquals("https://acme-support.atlassian.net/browse/SUP-42", url("issue-created.json", subdomain));
        assertEquals("https://help.acme.example/jira/browse/SUP-42", url("issue-created.json", baseUrl));
    }

    @Test
    void gatewayOfTheApiIsNoSiteToLinkTo() {
        TicketObservation seen = observed(
                """
                {"key":"SUP-42","self":"https://api.atlassian.com/ex/jira/1324/rest/api/3/issue/10042","fields":{}}""");

        assertNull(seen.url());
    }

    @ParameterizedTest
    @CsvSource({
        "To Do, new, 2, open",
        "New, new, 2, open",
        "Wartet auf Kunde, indeterminate, 4, open",
        "Waiting for customer, indeterminate, 4, pending",
        "Awaiting customer reply, indeterminate, 4, pending",
        "Waiting for vendor, indeterminate, 4, on_hold",
        "Blocked, indeterminate, 4, on_hold",
        "Erledigt, done, 3, resolved",
        "Done, done, 3, resolved",
        "Cancelled, done, 3, closed",
        "Won't do, done, 3, closed",
        "Archiviert, '', 3, resolved",
        "In Arbeit, '', 4, open",
        "Seltsam, undefined, 1, ",
    })
    void nameOfAStateCountsThenItsCategoryAndNeverTheCategorysName(String name, String key, int id, String expected) {
        TicketObservation seen = observed(
                """
                {"key":"SUP-42","fields":{"status":{"name":"%s","id":"10001",
                 "statusCategory":{"id":%d,"key":"%s","name":"Done"}}}}"""
                        .formatted(name, id, key));

        assertEquals(expected, seen.status());
    }

    @ParameterizedTest
    @CsvSource({"Highest, urgent", "Blocker, urgent", "Major, high", "Medium, medium", "Lowest, low", "Hoch, "})
    void prioritiesAreKnownByTheirNames(String name, String expected) {
        TicketObservation seen = observed(
                "{\"key\":\"SUP-42\",\"fields\":{\"priority\":{\"name\":\"%s\",\"id\":\"3\"}}}".formatted(name));

        assertEquals(expected, seen.priority());
    }

    @Test
    void reporterIsTheCustomerAndNotTheCreator() {
        TicketObservation seen = observed(
                """
                {"key":"SUP-42","fields":{"creator":{"displayName":"Bo Agent","emailAddress":"bo@acme.example"},
                 "reporter":{"displayName":"Jane Roe"}}}""");

        assertEquals("Jane Roe", seen.customerName());
        assertNull(seen.customerEmail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sprint_created", "version_released", "board_updated", "project_created", "jira:worklog_updated"
            })
    void whatIsNoIssueAndNoCommentIsKeptAside(String event) {
        Reading reading = provider.read(
                Callback.of("{\"webhookEvent\":\"%s\",\"issue\":{\"key\":\"SUP-42\"}}".formatted(event))
                        .get(),
                ConnectorExample.of("jira"));

        assertEquals(
                "not_about_a_ticket",
                assertInstanceOf(Reading.Nothing.class, reading).reason());
    }

    @Test
    void payloadsAreRecognisedByWhatOnlyJiraSends() {
        assertTrue(recognises("{}", "X-Atlassian-Webhook-Identifier"));
        assertTrue(recognises("{\"webhookEvent\":\"comment_created\"}", "X-Other"));
        assertTrue(recognises("{\"key\":\"SUP-42\",\"fields\":{\"summary\":\"a\"}}", "X-Other"));
        assertFalse(recognises("{\"key\":\"SUP-42\",\"summary\":\"a\"}", "X-Other"));
        assertFalse(recognises("[1]", "X-Hub-Signature"));
    }

    private boolean recognises(String body, String header) {
        return provider.recognises(
                Json.tree(body), Callback.of(body).header(header, "1").get().headers());
    }

    private Verification verify(Callback callback, Connector connector) {
        return provider.verify(callback.get(), connector, Trail.NONE);
    }

    private List<InboundEvent> events(Callback callback) {
        Reading reading = provider.read(callback.get(), ConnectorExample.of("jira"));
        return assertInstanceOf(Reading.Events.class, reading).events();
    }

    private TicketObservation observed(String body) {
        return (TicketObservation) events(Callback.of(body)).get(0).data();
    }

    private String url(String fixture, Connector connector) {
        Reading reading = provider.read(FIXTURES.request(fixture).get(), connector);
        List<InboundEvent> events =
                assertInstanceOf(Reading.Events.class, reading).events();
        return ((TicketObservation) events.get(0).data()).url();
    }

    private static String sign(String body) {
        return "sha256=" + HexFormat.of().formatHex(Hmac.SHA256.of(SECRET.getBytes(UTF_8), body.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({
        "Approved, done, resolved",
        "Verified, indeterminate, open",
        "Done, done, resolved",
        "Canceled, done, closed",
        "Waiting for customer, indeterminate, pending",
        "Warten auf Kunde, indeterminate, open",
    })
    void nameOfAStateCountsWithinItsCategory(String name, String category, String status) {
        String body = "{\"key\":\"SUP-1\",\"fields\":{\"summary\":\"a\",\"status\":{\"name\":\"" + name
                + "\",\"statusCategory\":{\"key\":\"" + category + "\"}}}}";

        Reading reading = new JiraProvider().read(Callback.of(body).get(), ConnectorExample.of("jira"));

        InboundEvent event =
                assertInstanceOf(Reading.Events.class, reading).events().get(0);
        assertEquals(status, ((TicketObservation) event.data()).status());
    }
}
