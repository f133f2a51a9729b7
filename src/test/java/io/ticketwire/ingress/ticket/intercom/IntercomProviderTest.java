package io.ticketwire.ingress.ticket.intercom;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Intercom: what is genuine, under which ids its events are known, and which words its states have. */
class IntercomProviderTest {

    private static final String SECRET = "intercom-client-secret";
    private static final String PING = "{\"type\":\"notification_event\",\"id\":\"notif_1\",\"topic\":\"ping\","
            + "\"app_id\":\"abc123\",\"data\":{\"type\":\"notification_event_data\",\"item\":{\"type\":\"ping\","
            + "\"message\":\"something something interzen\"}}}";
    private static final String SIGNATURE = "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd26";
    private static final Connector SIGNED = ConnectorExample.signing("intercom", SECRET);
    private static final ProviderFixtures FIXTURES = ProviderFixtures.of("intercom");

    private final IntercomProvider provider = new IntercomProvider();

    @Test
    void signatureWithTheClientSecretIsVerified() {
        assertEquals(new Verification.Verified(), verify(ping(SIGNATURE), SIGNED));
    }

    @Test
    void firstVectorOfRfc2202IsVerified() {
        String key = new String(new byte[20], ISO_8859_1).replace('\0', '\u000b');
        Callback callback =
                Callback.of("Hi There").header("X-Hub-Signature", "sha1=b617318655057264e28bc0b6fb378c8ef146be00");

        assertEquals(new Verification.Verified(), verify(callback, ConnectorExample.signing("intercom", key)));
    }

    @Test
    void clientSecretAmongTheCredentialsIsAcceptedTooAlsoWhileItIsReplaced() {
        Connector connector = ConnectorExample.with("intercom", Map.of("client_secret", List.of("new", SECRET)));

        assertEquals(new Verification.Verified(), verify(ping(SIGNATURE), connector));
        assertEquals(new Verification.Refused("mismatch"), verify(ping("sha1=00"), connector));
    }

    @ParameterizedTest
    @CsvSource({
        "sha1=0EC575C0AC58FD64CBB5C86A201D35713EF4DD26, mismatch",
        "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd2, mismatch",
        "0ec575c0ac58fd64cbb5c86a201d35713ef4dd26, malformed",
        "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9, malformed"
    })
    void anySignatureInAnotherFormIsRefused(String signature, String reason) {
        assertEquals(new Verification.Refused(reason), verify(ping(signature), SIGNED));
    }

    @Test
    void signatureIsOfTheBytesAndNotOfWhatTheySay() {
        Callback callback = Callback.of(PING.replace(",", ", ")).header("X-Hub-Signature", SIGNATURE);

        assertEquals(new Verification.Refused("mismatch"), verify(callback, SIGNED));
    }

    @Test
    void signatureThatIsMissingOrSentTwiceIsRefused() {
        assertEquals(new Verification.Refused("missing"), verify(Callback.of(PING), SIGNED));
        assertEquals(
                new Verification.Refused("repeated"),
                verify(ping(SIGNATURE).header("x-hub-signature", SIGNATURE), SIGNED));
    }

    @Test
    void connectorWithoutASecretTakesEverything() {
        assertEquals(new Verification.Unsigned(), verify(Callback.of(PING), ConnectorExample.of("intercom")));
    }

    @Test
    void notificationIsKnownByItsId() {
        List<InboundEvent> events = events(FIXTURES.request("conversation-user-created.json"));

        assertEquals(
                Ids.event(ConnectorExample.ID, "notif_conversation-user-created"),
                events.get(0).id());
    }

    @Test
    void conversationThatCameByItselfIsNotKnownByItsOwnId() {
        List<InboundEvent> events = events(FIXTURES.request("api-conversation.json"));

        assertEquals(Repeat.BY_BODY, events.get(0).repeat());
    }

    @Test
    void replyThatComesUnderTwoTopicsIsOneEvent() {
        String body = text("conversation-admin-closed-with-reply.json");
        String other = body.replace("conversation.admin.closed", "conversation.admin.replied")
                .replace("notif_", "notif_2_");

        List<InboundEvent> first = events(Callback.of(body));
        List<InboundEvent> second = events(Callback.of(other));

        assertFalse(first.get(0).id().equals(second.get(0).id()));
        assertEquals("conversation.added", first.get(1).type());
        assertEquals(first.get(1).id(), second.get(1).id());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"state\":\"open\"', open",
        "'\"state\":\"closed\"', closed",
        "'\"state\":\"snoozed\"', pending",
        "'\"open\":true', open",
        "'\"open\":false', closed",
        "'\"open\":true,\"snoozed_until\":1795252500', pending",
        "'\"state\":7', "
    })
    void statesOfConversations(String fields, String expected) {
        assertEquals(
                expected,
                observed("{\"type\":\"conversation\",\"id\":\"1\",%s}".formatted(fields))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"ticket_state\":\"submitted\"', open",
        "'\"ticket_state\":\"in_progress\"', open",
        "'\"ticket_state\":\"waiting_on_customer\"', pending",
        "'\"ticket_state\":{\"category\":\"resolved\",\"internal_label\":\"Fertig\"}', resolved",
        "'\"ticket_state\":{\"category\":\"new_one\",\"internal_label\":\"On hold\"}', on_hold",
        "'\"ticket_state\":{\"category\":\"submitted\"},\"open\":false', closed",
        "'\"ticket_state\":{\"category\":\"resolved\"},\"open\":false', resolved",
        "'\"open\":true', open",
        "'\"ticket_state\":[]', "
    })
    void statesOfTickets(String fields, String expected) {
        assertEquals(
                expected,
                observed("{\"type\":\"ticket\",\"id\":\"1\",%s}".formatted(fields))
                        .status());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"priority\"', high",
        "'\"not_priority\"', medium",
        "true, high",
        "false, medium",
        "'\"urgent\"', urgent",
        "null, "
    })
    void prioritiesOfConversations(String priority, String expected) {
        assertEquals(
                expected,
                observed("{\"type\":\"conversation\",\"id\":\"1\",\"priority\":%s}".formatted(priority))
                        .priority());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user.created", "contact.user.created", "company.updated", "visitor.signed_up", "call.ended"})
    void otherTopicsAreKeptAside(String topic) {
        Reading reading = read(Callback.of("{\"topic\":\"%s\",\"data\":{\"item\":{\"id\":\"1\"}}}".formatted(topic)));

        assertEquals(
                "not_about_a_ticket",
                assertInstanceOf(Reading.Nothing.class, reading).reason());
    }

    @Test
    void payloadsAreRecognisedByTheirTypes() {
        assertTrue(recognises(PING));
        assertTrue(recognises("{\"type\":\"ticket\",\"ticket_attributes\":{}}"));
        assertFalse(recognises("{\"type\":\"conversation\"}"));
        assertFalse(recognises("{\"type\":\"notification_event\",\"data\":[]}"));
        assertFalse(recognises("[]"));
    }

    private boolean recognises(String body) {
        return provider.recognises(Json.tree(body), Callback.of(body).get().headers());
    }

    private static Callback ping(String signature) {
        return Callback.of(PING).header("X-Hub-Signature", signature);
    }

    private static String text(String fixture) {
        return new String(FIXTURES.request(fixture).get().body(), UTF_8);
    }

    private Verification verify(Callback callback, Connector connector) {
        return provider.verify(callback.get(), connector, Trail.NONE);
    }

    private Reading read(Callback callback) {
        return provider.read(callback.get(), ConnectorExample.of("intercom"));
    }

    private List<InboundEvent> events(Callback callback) {
        return assertInstanceOf(Reading.Events.class, read(callback)).events();
    }

    private TicketObservation observed(String body) {
        return (TicketObservation) events(Callback.of(body)).get(0).data();
    }
}
