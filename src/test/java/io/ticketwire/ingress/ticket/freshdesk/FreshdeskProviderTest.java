package io.ticketwire.ingress.ticket.freshdesk;

import java.util.Base64;
import java.util.List;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Who may say something in Freshdesk's name, and what comes of what should not have been sent. */
class FreshdeskProviderTest {

    private static final String SECRET = "a token for Freshdesk";
    private static final String BODY = "{\"freshdesk_webhook\":{\"ticket_id\":4711}}";

    private final FreshdeskProvider provider = new FreshdeskProvider();

    @ParameterizedTest
    @ValueSource(strings = {SECRET, "the one before"})
    void eitherOfTwoTokensIsAccepted(String token) {
        Verification verification =
                verify(Callback.of(BODY).header("X-Gateway-Token", token), SECRET, "the one before");

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Basic, freshdesk:" + SECRET,
        "Basic, " + SECRET + ":X",
        "basic, :" + SECRET,
        "BASIC, " + SECRET + ":",
    })
    void tokenMayBeThePasswordOrTheUserOfBasicAuthentication(String scheme, String credentials) {
        Verification verification =
                verify(Callback.of(BODY).header("Authorization", scheme + " " + base64(credentials)), SECRET);

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void passwordMayHaveColons() {
        Verification verification =
                verify(Callback.of(BODY).header("Authorization", "Basic " + base64("user:a:b")), "a:b");

        assertInstanceOf(Verification.Verified.class, verification);
    }

    @Test
    void withoutASecretEverythingIsAcceptedAsUnsigned() {
        Verification verification =
                provider.verify(Callback.of(BODY).get(), ConnectorExample.of("freshdesk"), Trail.NONE);

        assertInstanceOf(Verification.Unsigned.class, verification);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Gateway-Token | another | mismatch",
                "X-Gateway-Token | a token for freshdesk | mismatch",
                "X-Gateway-Token | A TOKEN FOR FRESHDESK | mismatch",
                "X-Gateway-Token | a token for Freshdes | mismatch",
                "Authorization | Bearer a token for Freshdesk | malformed",
                "Authorization | Basic a token for Freshdesk | malformed",
                "Authorization | Basic | malformed",
                "Authorization | Basic YTpi | mismatch",
                "X-Zendesk-Webhook-Signature | qtmu3iClLKujnujOBkwe7yjI34o5CzsLD04Uy4LbE2A= | missing",
                "X-Hub-Signature-256 | sha256=00 | missing",
            })
    void anythingElseIsRefused(String header, String value, String reason) {
        Verification verification = verify(Callback.of(BODY).header(header, value), SECRET);

        assertEquals(reason, reason(verification));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Gateway-Token", "Authorization"})
    void headerThatWasSentTwiceIsRefused(String header) {
        Callback request = Callback.of(BODY).header(header, SECRET).header(header, SECRET);

        assertEquals("repeated", reason(verify(request, SECRET)));
    }

    @Test
    void rightBasicAuthenticationDoesNotHelpAWrongToken() {
        Callback request = Callback.of(BODY)
                .header("X-Gateway-Token", "another")
                .header("Authorization", "Basic " + base64("user:" + SECRET));

        assertEquals("mismatch", reason(verify(request, SECRET)));
    }

    @Test
    void trailTellsWhatWasLookedAtAndNoSecret() {
        // given
        Trail trail = Trail.noting();
        Callback request = Callback.of(BODY).header("Authorization", "Basic " + base64("user:wrong"));
        // when
        provider.verify(request.get(), ConnectorExample.signing("freshdesk", SECRET), trail);
        // then
        assertEquals(
                List.of("basic authentication, password"),
                trail.steps().stream().map(Trail.Step::check).toList());
        assertFalse(trail.steps().toString().contains(SECRET));
        assertFalse(trail.steps().toString().contains("wrong"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "application/json, true",
                "application/x-www-form-urlencoded, true",
                "NIL, true",
                "application/xml, false",
                "text/xml, false",
                "text/plain, false",
            },
            nullValues = "NIL")
    void jsonAndFormsAreReadAndXmlIsNot(String mediaType, boolean read) {
        assertEquals(read, provider.reads(mediaType));
    }

    @Test
    void whatIsNoObjectAndNamesNoTicketIsMalformed() {
        for (String body : List.of("", "4711", "\"4711\"", "null", "<xml/>", "{", "[".repeat(100_000))) {
            assertInstanceOf(Reading.Malformed.class, read(Callback.of(body)), body);
        }
    }

    @Test
    void sameKeyTwiceCountsTheLastTime() {
        String body = "{\"freshdesk_webhook\":{\"ticket_id\":1,\"ticket_id\":4711}}";

        assertEquals("4711", ticket(Callback.of(body)).externalId());
    }

    @Test
    void descriptionOfAMebibyteIsCut() {
        String html = "<p>" + "a".repeat(1 << 20) + "</p>";
        String body = "{\"freshdesk_webhook\":{\"ticket_id\":7,\"ticket_description\":\"" + html + "\"}}";

        assertEquals(65_536, ticket(Callback.of(body)).description().length());
    }

    @Test
    void formOfManyFieldsIsMalformed() {
        String body = "ticket_id=7&" + "a=b&".repeat(250_000) + "ticket_status=Open";

        Reading reading = read(Callback.of(body).mediaType("application/x-www-form-urlencoded"));

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void repeatIsRecognisedByTheBodySinceNoIdIsSent() {
        InboundEvent event = first(Callback.of(BODY).header("Idempotency-Key", "not Freshdesk's"));

        assertEquals(Repeat.BY_BODY, event.repeat());
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "2, open",
                "3, pending",
                "4, resolved",
                "5, closed",
                "6, pending",
                "7, on_hold",
                "8, NIL",
                "-2, NIL",
                "New, open",
                "Waiting on Customer, pending",
                "Waiting on Third Party, on_hold",
                "Gelöst, resolved",
                "Résolu, resolved",
                "Cerrado, closed",
                "Job Application, NIL",
            },
            nullValues = "NIL")
    void statusIsACodeOrAWord(String raw, String status) {
        assertEquals(status, FreshdeskCodes.status(raw));
    }

    @ParameterizedTest
    @CsvSource(
            value = {"1, low", "2, medium", "3, high", "4, urgent", "5, NIL", "Urgent, urgent", "Niedrig, low"},
            nullValues = "NIL")
    void priorityIsACodeOrAWord(String raw, String priority) {
        assertEquals(priority, FreshdeskCodes.priority(raw));
    }

    @ParameterizedTest
    @CsvSource({
        "1, email",
        "2, portal",
        "3, phone",
        "7, chat",
        "E-Mail, email",
        "Feedback Widget, feedback widget",
        "42, 42"
    })
    void sourceIsACodeOrAWord(String raw, String source) {
        assertEquals(source, FreshdeskCodes.source(raw));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{status:{from:4,to:6}} | status | 6",
                "{status:{from:Open, to:Waiting on Customer}} | status | Waiting on Customer",
                "{ticket_action:created} | ticket_action | created",
                "{priority:{from:1,to:2},status:{from:2,to:4}} | status | 4",
                "{status:{from:,to:}} | status | ''",
                "{status:{from:{from:1,to:2},to:3}} | priority |",
                "created | ticket_action |",
                "{} | status |",
            })
    void triggeredEventIsReadThoughItIsNoJson(String text, String property, String value) {
        assertEquals(value, FreshdeskTrigger.of(text).now(property));
    }

    @Test
    void triggeredEventWithoutEndIsNotRead() {
        FreshdeskTrigger trigger = FreshdeskTrigger.of("{note_type:public,".repeat(10_000));

        assertFalse(trigger.isComment());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"freshdesk_webhook\":{}} | true",
                "{\"helpdesk_ticket\":{\"id\":1}} | true",
                "{\"responder_id\":null,\"status\":2,\"priority\":1} | true",
                "{\"ticket\":{\"responder_id\":7,\"status\":2,\"priority\":1}} | true",
                "{\"responder_id\":7,\"status\":\"Open\",\"priority\":1} | false",
                "{\"ticket\":{\"url\":\"https://acme.freshdesk.com/a/tickets/7\"}} | true",
                "{\"freshdesk_webhook\":7} | false",
                "{\"ticket\":{\"id\":7}} | false",
                "[] | false",
                "null | false",
            })
    void payloadIsRecognisedByWhatOnlyFreshdeskHas(String json, boolean recognised) {
        assertEquals(recognised, provider.recognises(Json.tree(json), MultiMap.caseInsensitiveMultiMap()));
    }

    private Verification verify(Callback request, String... secrets) {
        return provider.verify(request.get(), ConnectorExample.signing("freshdesk", secrets), Trail.NONE);
    }

    private static String reason(Verification verification) {
        return assertInstanceOf(Verification.Refused.class, verification).reason();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private Reading read(Callback request) {
        return provider.read(request.get(), ConnectorExample.of("freshdesk"));
    }

    private InboundEvent first(Callback request) {
        return assertInstanceOf(Reading.Events.class, read(request)).events().get(0);
    }

    private TicketObservation ticket(Callback request) {
        return assertInstanceOf(TicketObservation.class, first(request).data());
    }
}
