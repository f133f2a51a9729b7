package io.ticketwire.ingress.ticket.zendesk;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Completeness;
import io.ticketwire.event.Json;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may say something in Zendesk's name, and what comes of what should not have been sent. */
class ZendeskProviderTest {

    private static final String PUBLISHED = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";
    private static final String SECRET = "c2lnbmluZyBzZWNyZXQgb2YgdGhpcyB3ZWJob29r";
    private static final String BODY = "{\"ticket_id\":\"4711\"}";
    private static final Instant SIGNED_AT = Instant.parse("2026-11-20T09:15:01Z");

    private final ZendeskProvider provider = new ZendeskProvider();

    @Test
    void vectorOfWebhookxIsRightWhereTheWindowIsSwitchedOff() {
        // given a time that is not in Zendesk's form
        Callback request = Callback.of("{\"event_type\": \"foo.bar\",\"data\": {\"key\": \"value\"}}")
                .header("X-Zendesk-Webhook-Signature-Timestamp", "1531420618")
                .header("X-Zendesk-Webhook-Signature", "qtmu3iClLKujnujOBkwe7yjI34o5CzsLD04Uy4LbE2A=");
        Connector connector = ConnectorExample.within(Duration.ZERO, ConnectorExample.signing("zendesk", PUBLISHED));
        // when
        Verification verification = provider.verify(request.get(), connector, Trail.NONE);
        // then
        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void vectorWithIsoTimeAndUmlautIsRight() {
        // given
        Callback request = Callback.of(
                        "{\"type\":\"zen:event-type:ticket.priority_changed\",\"detail\":{\"id\":\"4711\",\"subject\":\"Zugang gestört\"}}")
                .header("x-zendesk-webhook-signature-timestamp", "2026-11-20T09:15:01Z")
                .header("x-zendesk-webhook-signature", "d15Vl8sGJRxEXsL8mhea5Z5UVPqa/DKipZUkBQSQdjE=")
                .receivedAt(SIGNED_AT);
        // when
        Verification verification = verify(request, PUBLISHED);
        // then
        assertInstanceOf(Verification.Verified.class, verification);
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "the one before"})
    void eitherOfTwoSecretsIsAccepted(String secret) {
        Verification verification = verify(signed(secret, BODY), SECRET, "the one before");

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void emptyBodyIsSignedByItsTimeAlone() {
        Verification verification = verify(signed(SECRET, ""), SECRET);

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void withoutASecretEverythingIsAcceptedAsUnsigned() {
        Verification verification =
                provider.verify(Callback.of(BODY).get(), ConnectorExample.of("zendesk"), Trail.NONE);

        assertInstanceOf(Verification.Unsigned.class, verification);
    }

    @ParameterizedTest(name = "{0} s after signing: {1}")
    @CsvSource({"299, verified", "300, verified", "301, stale", "-299, verified", "-301, ahead"})
    void timeHasToLieWithinTheWindowOnEitherSide(long seconds, String outcome) {
        Verification verification = verify(signed(SECRET, BODY).receivedAt(SIGNED_AT.plusSeconds(seconds)), SECRET);

        assertEquals(outcome, outcome(verification));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795166101", "1795166101000", "2026-11-20T09:15:01", "20 Nov 2026", ""})
    void timeInAnotherFormIsMalformed(String time) {
        Verification verification = verify(signed(SECRET, BODY, time), SECRET);

        assertEquals("malformed_time", outcome(verification));
    }

    @Test
    void timeWithNineDigitsAfterTheSecondIsUnderstood() {
        Verification verification = verify(signed(SECRET, BODY, "2026-11-20T09:15:01.254571515Z"), SECRET);

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void headerThatIsMissingOrRepeatedIsRefused() {
        String signature = signature(SECRET, "2026-11-20T09:15:01Z", BODY);
        Callback unsigned = Callback.of(BODY).receivedAt(SIGNED_AT);
        assertEquals("missing_time", outcome(verify(unsigned, SECRET)));

        unsigned.header("x-zendesk-webhook-signature-timestamp", "2026-11-20T09:15:01Z");
        assertEquals("missing", outcome(verify(unsigned, SECRET)));

        unsigned.header("x-zendesk-webhook-signature", signature).header("x-zendesk-webhook-signature", signature);
        assertEquals("repeated", outcome(verify(unsigned, SECRET)));
    }

    @Test
    void timeThatWasSentTwiceIsRefused() {
        Callback request = signed(SECRET, BODY).header("x-zendesk-webhook-signature-timestamp", "2026-11-20T09:15:01Z");

        assertEquals("repeated", outcome(verify(request, SECRET)));
    }

    @Test
    void signatureOfAnythingElseIsRefused() {
        String time = "2026-11-20T09:15:01Z";
        String right = signature(SECRET, time, BODY);
        byte[] hmac = Hmac.SHA256.of(SECRET.getBytes(UTF_8), (time + BODY).getBytes(UTF_8));
        List<String> wrong = List.of(
                signature(SECRET, "", BODY),
                signature(SECRET, time + ".", BODY),
                signature(SECRET, time, "{ \"ticket_id\": \"4711\" }"),
                signature(SECRET, time, BODY + " "),
                signature("another", time, BODY),
                signature(new String(Base64.getDecoder().decode(SECRET), UTF_8), time, BODY),
                HexFormat.of().formatHex(hmac),
                "sha256=" + HexFormat.of().formatHex(hmac),
                HexFormat.of().withUpperCase().formatHex(hmac),
                right.substring(0, right.length() - 1),
                right.substring(1),
                right.toLowerCase(Locale.ROOT),
                right + "=",
                " ",
                "");
        for (String signature : wrong) {
            Callback request = Callback.of(BODY)
                    .header("x-zendesk-webhook-signature-timestamp", time)
                    .header("x-zendesk-webhook-signature", signature)
                    .receivedAt(SIGNED_AT);
            assertEquals("mismatch", outcome(verify(request, SECRET)), signature);
        }
    }

    @Test
    void publishedTestSecretIsRefusedAndNamedInTheTrail() {
        // given
        Trail trail = Trail.noting();
        Connector connector = ConnectorExample.signing("zendesk", SECRET);
        // when
        Verification verification = provider.verify(signed(PUBLISHED, BODY).get(), connector, trail);
        // then
        assertEquals("test_secret", outcome(verification));
        Trail.Step last = trail.steps().get(trail.steps().size() - 1);
        assertFalse(last.passed());
        assertTrue(last.detail().contains("not saved yet"), last.detail());
    }

    @Test
    void trailTellsEveryStepAndNoSecret() {
        Trail trail = Trail.noting();

        provider.verify(signed(SECRET, BODY).get(), ConnectorExample.signing("zendesk", SECRET), trail);

        assertEquals(
                List.of(
                        "header x-zendesk-webhook-signature-timestamp",
                        "header x-zendesk-webhook-signature",
                        "signature"),
                trail.steps().stream().map(Trail.Step::check).toList());
        assertTrue(trail.steps().stream().allMatch(Trail.Step::passed));
        assertFalse(trail.steps().toString().contains(SECRET));
    }

    @Test
    void emptyBodyIsAPing() {
        Reading reading = read(Callback.of(""));

        assertEquals("ping", assertInstanceOf(Reading.Answered.class, reading).reason());
    }

    @Test
    void whatIsNoObjectAndNamesNoTicketIsMalformed() {
        for (String body : List.of("4711", "\"4711\"", "null", "true", "ticket", "{", "[".repeat(100_000), "\u0000")) {
            assertInstanceOf(Reading.Malformed.class, read(Callback.of(body)), body.substring(0, 1));
        }
        assertInstanceOf(Reading.Malformed.class, read(Callback.of(new byte[] {(byte) 0xff, (byte) 0xfe})));
    }

    @Test
    void deepNestingInsideATicketIsReadToItsBound() {
        String deep = "{\"a\":".repeat(150) + "1" + "}".repeat(150);

        TicketObservation ticket = ticket(Callback.of("{\"ticket\":{\"id\":7,\"x\":" + deep + "}}"));

        assertEquals("7", ticket.externalId());
    }

    @Test
    void descriptionOfAMebibyteIsCut() {
        String body = "{\"ticket\":{\"id\":7,\"description\":\"" + "a".repeat(1 << 20) + "\"}}";

        assertEquals(65_536, ticket(Callback.of(body)).description().length());
    }

    @Test
    void idOfSomebodyElseInBrokenJsonIsNoTickets() {
        String body = "{\"requester\":{\"id\":7,\"name\":\"Ann \"the\" Boss\"},\"ticket\":{\"subject\":\"a\"";

        assertInstanceOf(Reading.Malformed.class, read(Callback.of(body)));
    }

    @Test
    void brokenJsonOfAMebibyteStillNamesItsTicket() {
        String body = "{\"ticket\":{\"subject\":\"" + "\"id\" : ".repeat(150_000) + "\",\"id\":\"7\"";

        TicketObservation ticket = ticket(Callback.of(body));

        assertEquals("7", ticket.externalId());
        assertEquals(Completeness.THIN, ticket.completeness());
    }

    @Test
    void eventIsTheSameByItsOwnIdAndATriggerByItsInvocation() {
        String event = "{\"type\":\"zen:event-type:ticket.created\",\"id\":\"e-1\",\"detail\":{\"id\":\"7\"}%s}";

        assertEquals(
                first(Callback.of(event.formatted(""))).id(),
                first(Callback.of(event.formatted(",\"x\":1")).header("X-Zendesk-Webhook-Invocation-Id", "i-1"))
                        .id());
        assertEquals(
                first(Callback.of(BODY).header("X-Zendesk-Webhook-Invocation-Id", "i-1"))
                        .id(),
                first(Callback.of("{\"ticket_id\":\"8\"}").header("x-zendesk-webhook-invocation-id", "i-1"))
                        .id());
        assertNotEquals(
                first(Callback.of(BODY)).id(),
                first(Callback.of(BODY).header("x-zendesk-webhook-invocation-id", "i-1"))
                        .id());
    }

    @ParameterizedTest
    @CsvSource({
        "acme, https://acme.zendesk.com/agent/tickets/7",
        "ACME.zendesk.com, https://acme.zendesk.com/agent/tickets/7",
        "https://acme.zendesk.com/agent, https://acme.zendesk.com/agent/tickets/7",
        "acme.evil.example,",
        "'a b',",
    })
    void pageIsMadeOfTheSubdomainAsItWasEntered(String subdomain, String page) {
        Connector connector = ConnectorExample.with("zendesk", Map.of("subdomain", List.of(subdomain)));

        Reading reading = provider.read(Callback.of("{\"ticket_id\":\"7\"}").get(), connector);

        assertEquals(page, observation(reading).url());
    }

    @Test
    void linkInThePayloadServesWhereTheAccountIsNotKnown() {
        String body = "{\"ticket\":{\"id\":\"7\",\"link\":\"acme.zendesk.com/agent/tickets/7\"}}";
        assertEquals(
                "https://acme.zendesk.com/agent/tickets/7",
                ticket(Callback.of(body)).url());

        String api = "{\"ticket\":{\"id\":\"7\",\"url\":\"https://acme.zendesk.com/api/v2/tickets/7.json\"}}";
        assertNull(ticket(Callback.of(api)).url());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"type\":\"zen:event-type:user.created\"} | true",
                "{\"ticket\":{\"brand_id\":1,\"via\":{\"channel\":\"web\"}}} | true",
                "{\"ticket\":{\"submitter_id\":1}} | false",
                "{\"ticket_url\":\"acme.zendesk.com/agent/tickets/7\"} | true",
                "{\"ticket\":{\"link\":\"https://acme.zendesk.com/agent/tickets/7\"}} | true",
                "{\"text\":\"see https://acme.zendesk.com/agent/tickets/7\"} | false",
                "{\"type\":7,\"ticket\":[]} | false",
                "[] | false",
                "7 | false",
                "null | false",
            })
    void payloadIsRecognisedByWhatOnlyZendeskHas(String json, boolean recognised) {
        JsonNode root = Json.tree(json);

        assertEquals(recognised, provider.recognises(root, MultiMap.caseInsensitiveMultiMap()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Zendesk-Account-Id", "x-zendesk-webhook-signature"})
    void requestIsRecognisedByItsHeaders(String header) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(header, "1");

        assertTrue(provider.recognises(Json.tree("{}"), headers));
    }

    private Verification verify(Callback request, String... secrets) {
        return provider.verify(request.get(), ConnectorExample.signing("zendesk", secrets), Trail.NONE);
    }

    private static Callback signed(String secret, String body) {
        return signed(secret, body, "2026-11-20T09:15:01Z");
    }

    private static Callback signed(String secret, String body, String time) {
        return Callback.of(body)
                .header("X-Zendesk-Webhook-Signature-Timestamp", time)
                .header("X-Zendesk-Webhook-Signature", signature(secret, time, body))
                .receivedAt(SIGNED_AT);
    }

    private static String signature(String secret, String time, String body) {
        byte[] hmac = Hmac.SHA256.of(secret.getBytes(UTF_8), (time + body).getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(hmac);
    }

    private static String outcome(Verification verification) {
        return verification instanceof Verification.Refused refused ? refused.reason() : "verified";
    }

    private Reading read(Callback request) {
        return provider.read(request.get(), ConnectorExample.of("zendesk"));
    }

    private InboundEvent first(Callback request) {
        return assertInstanceOf(Reading.Events.class, read(request)).events().get(0);
    }

    private TicketObservation ticket(Callback request) {
        return observation(read(request));
    }

    private static TicketObservation observation(Reading reading) {
        List<InboundEvent> events =
                assertInstanceOf(Reading.Events.class, reading).events();
        return assertInstanceOf(TicketObservation.class, events.get(0).data());
    }
}
