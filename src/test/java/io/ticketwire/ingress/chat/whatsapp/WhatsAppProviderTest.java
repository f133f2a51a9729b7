package io.ticketwire.ingress.chat.whatsapp;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.BodyIds;
import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.Greeting;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MessagingVectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** WhatsApp's signature, handshake and batches. */
class WhatsAppProviderTest {

    private static final String SECRET = "wa-app-secret";
    private static final String BODY =
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":"
                    + "{\"messages\":[{\"id\":\"wamid.A\",\"from\":\"972500000001\",\"timestamp\":\"1763630100\",\"type\":\"text\","
                    + "\"text\":{\"body\":\"approve \\u05d0\"}}]}}]}]}";
    private static final String HEX = "1d9ad30115ef795ddb695333f46aefbaf1a82de1cca955daddf925a01e608fc0";
    private static final Instant NOW = Instant.ofEpochSecond(1763630100);

    private final WhatsAppProvider provider = new WhatsAppProvider();

    @ParameterizedTest
    @CsvSource({
        "Jefe, what do ya want for nothing?, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    })
    void signatureOfRfc4231IsVerified(String secret, String body, String hex) {
        Verification verification = verify(Callback.of(body).header("X-Hub-Signature-256", "sha256=" + hex), secret);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void escapedLettersAreSignedAsTheyWereSent() {
        Verification verification = verify(signed(BODY, "sha256=" + HEX), "the new one", SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void bodyThatWasWrittenAnewIsRefused() {
        String anew = Json.tree(BODY).toString();

        Verification verification = verify(signed(anew, "sha256=" + HEX), SECRET);

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    @Test
    void whatIsNotExactlyRightIsRefused() {
        Map<String, String> reasons = Map.of(
                "sha256=" + HEX.toUpperCase(Locale.ROOT),
                "mismatch",
                "sha256=" + HEX.substring(1),
                "mismatch",
                "sha256=",
                "mismatch",
                HEX,
                "malformed",
                "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd26",
                "malformed");

        reasons.forEach((signature, reason) ->
                assertEquals(new Verification.Refused(reason), verify(signed(BODY, signature), SECRET), signature));
    }

    @Test
    void oldSignatureIsNone() {
        Callback request = Callback.of(BODY).header("X-Hub-Signature", "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd26");

        Verification verification = verify(request, SECRET);

        assertEquals(new Verification.Refused("missing"), verification);
    }

    @Test
    void signatureThatIsSentTwiceIsRefused() {
        Callback request = signed(BODY, "sha256=" + HEX).header("x-hub-signature-256", "sha256=" + HEX);

        Verification verification = verify(request, SECRET);

        assertEquals(new Verification.Refused("repeated"), verification);
    }

    @Test
    void connectorWithoutASecretAcceptsNothing() {
        Verification verification = verify(signed(BODY, "sha256=" + HEX));

        assertEquals(new Verification.Refused("no_secret"), verification);
    }

    @Test
    void handshakeIsAnsweredWithTheChallengeAsText() {
        Greeting greeting = greet("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=v+t%21");

        assertEquals(new Greeting.Welcome(Reply.text("1158201444")), greeting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=other",
                "hub.mode=subscribe&hub.challenge=1&hub.verify_token=",
                "hub.mode=subscribe&hub.challenge=1",
                "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=v+t%21",
                "hub.challenge=1&hub.verify_token=v+t%21",
                "hub.mode=subscribe&hub.verify_token=v+t%21",
            })
    void handshakeThatIsNotRightIsRefused(String query) {
        Greeting greeting = greet(query);

        assertInstanceOf(Greeting.Refused.class, greeting);
    }

    @Test
    void challengeIsBounded() {
        Greeting greeting = greet("hub.mode=subscribe&hub.verify_token=v+t%21&hub.challenge=" + "1".repeat(1_001));

        assertInstanceOf(Greeting.Refused.class, greeting);
    }

    @Test
    void getWithoutAQueryIsRefused() {
        Greeting greeting = provider.greet(
                Callback.of("").method("GET").uri("/api/webhooks/whatsapp").get(), connector(SECRET));

        assertInstanceOf(Greeting.Refused.class, greeting);
    }

    @Test
    void thousandStatusesAreAThousandEvents() {
        String statuses = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"id\":\"wamid." + i / 2 + "\",\"status\":\"" + (i % 2 == 0 ? "sent" : "delivered")
                        + "\",\"timestamp\":\"1763630100\",\"recipient_id\":\"972500000001\"}")
                .collect(Collectors.joining(","));

        List<InboundEvent> events = events(value("\"statuses\":[" + statuses + "]"));

        assertEquals(1_000, events.size());
        assertEquals(1_000, new HashSet<>(events.stream().map(InboundEvent::id).toList()).size());
        assertEquals(
                Ids.event(ConnectorExample.ID, "wamid.0:sent"), events.get(0).id());
        assertEquals("wamid.499", events.get(999).subject());
    }

    @Test
    void messageIsTheSameByItsIdWhateverStandsAroundIt() {
        InboundEvent alone = events(BODY).get(0);
        String inABatch = BODY.replace("\"messages\":[", "\"messages\":[{\"id\":\"wamid.B\",\"type\":\"text\"},");

        InboundEvent second = events(inABatch).get(1);

        assertEquals(alone.id(), second.id());
        assertEquals(Ids.event(ConnectorExample.ID, "wamid.A"), second.id());
    }

    @Test
    void messageWithoutAnIdTakesThatOfItsEvent() {
        String body = value("\"messages\":[{\"type\":\"text\"},{\"type\":\"image\"}]");

        List<InboundEvent> events = events(body);

        BodyIds ids = new BodyIds(ConnectorExample.ID, Content.of(body.getBytes(UTF_8)));
        assertEquals(
                List.of(ids.id(0), ids.id(1)),
                events.stream().map(InboundEvent::id).toList());
        assertEquals(
                List.of(ids.id(0).toString(), ids.id(1).toString()),
                events.stream().map(InboundEvent::subject).toList());
    }

    @ParameterizedTest
    @CsvSource({"86401, true", "604800, true", "691200, true", "691201, false"})
    void whatIsAskedForIsDoneForAsLongAsMetaMayRepeatIt(long age, boolean taken) {
        String message = value(approval("wamid.A", NOW.getEpochSecond() - age));

        Reading reading = read(message);

        assertEquals(taken ? Reading.Events.class : Reading.Nothing.class, reading.getClass());
    }

    private static String approval(String id, long time) {
        return "\"messages\":[{\"from\":\"972500000001\",\"id\":\"%s\",\"type\":\"text\",\"timestamp\":\"%d\",\"text\":{\"body\":\"approve 4711\"}}]"
                .formatted(id, time);
    }

    @Test
    void oldMessageThatAsksForNothingIsStillAMessage() {
        List<InboundEvent> events =
                events(value("\"messages\":[{\"id\":\"wamid.A\",\"type\":\"text\",\"timestamp\":\"1700000000\"}]"));

        assertEquals(1, events.size());
    }

    @Test
    void oldStatusIsStillNews() {
        List<InboundEvent> events =
                events(value("\"statuses\":[{\"id\":\"wamid.A\",\"status\":\"read\",\"timestamp\":\"1700000000\"}]"));

        assertEquals(1, events.size());
    }

    @Test
    void whatIsNotReadIsKeptBesideWhatIs() {
        String mixed = value("\"messages\":[{\"id\":\"wamid.A\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}},"
                + "{\"id\":\"wamid.B\",\"type\":\"system\"}]");
        String reported = value("\"statuses\":[{\"id\":\"wamid.A\",\"status\":\"sent\"}],"
                + "\"errors\":[{\"code\":131000,\"title\":\"Something went wrong\"}]");

        Reading.Events ofMessages = (Reading.Events) read(mixed);
        Reading.Events ofStatuses = (Reading.Events) read(reported);

        assertEquals("unknown_message", ofMessages.beside().reason());
        assertEquals("account_error", ofStatuses.beside().reason());
        assertEquals(
                "Meta reports 131000 Something went wrong", ofStatuses.beside().detail());
        assertEquals(1, ofStatuses.events().size());
    }

    @Test
    void editIsAnEventOfItsOwnAboutTheMessageThatWasWritten() {
        String body = value(
                "\"messages\":[{\"id\":\"wamid.B\",\"from\":\"1555\",\"type\":\"edit\",\"edit\":"
                        + "{\"original_message_id\":\"wamid.A\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"approve 7\"}}}}]");

        InboundEvent event = events(body).get(0);

        assertEquals("message.edited", event.type());
        assertEquals("wamid.A", event.subject());
        assertEquals(Ids.event(ConnectorExample.ID, "wamid.B"), event.id());
    }

    @Test
    void callbackOfPywaIsVerified() {
        Callback call = Callback.of(MessagingVectors.WHATSAPP_TEXT.body())
                .header(
                        "X-Hub-Signature-256",
                        "sha256=54edfa1d7259e0eb13c677cc7d73d1b5c86cfa12433d19156e058ab9251bc441");

        assertEquals(new Verification.Verified(), verify(call, "1222e786b144d0e85b9f365372d93676"));
        assertEquals(new Verification.Refused("mismatch"), verify(call, "another"));
    }

    @Test
    void textIsCutToWhatIsKept() {
        String message = value("\"messages\":[{\"id\":\"wamid.A\",\"type\":\"text\",\"text\":{\"body\":\""
                + "x".repeat(1 << 20) + "\"}}]");

        JsonNode data = Json.tree(Json.text(events(message).get(0).data()));

        assertEquals(65_536, data.path("message").path("text").textValue().length());
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector(SECRET)));
    }

    @Test
    void eachMessageHasTheNameOfItsOwnContact() {
        List<InboundEvent> events = events(value("\"contacts\":[{\"profile\":{\"name\":\"Ada\"},\"wa_id\":\"1555\"},"
                + "{\"profile\":{\"name\":\"Dana\"},\"user_id\":\"US.2\"}],\"messages\":["
                + "{\"id\":\"1\",\"from_user_id\":\"US.2\",\"type\":\"text\"},{\"id\":\"2\",\"from\":\"1555\",\"type\":\"text\"},"
                + "{\"id\":\"3\",\"from\":\"1666\",\"type\":\"text\"}]"));

        List<String> names = events.stream()
                .map(event -> Json.tree(Json.text(event.data()))
                        .path("message")
                        .path("contact_name")
                        .asText())
                .toList();
        assertEquals(List.of("Dana", "Ada", "null"), names);
    }

    private static String value(String fields) {
        return "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{"
                + fields + "}}]}]}";
    }

    private static Callback signed(String body, String signature) {
        return Callback.of(body).header("X-Hub-Signature-256", signature);
    }

    private static Connector connector(String... secrets) {
        return ConnectorExample.with(
                "whatsapp", Map.of("app_secret", List.of(secrets), "verify_token", List.of("old", "v t!")));
    }

    private Verification verify(Callback request, String... secrets) {
        return provider.verify(request.get(), connector(secrets), Trail.NONE);
    }

    private Greeting greet(String query) {
        return provider.greet(
                Callback.of("")
                        .method("GET")
                        .uri("/api/webhooks/whatsapp?" + query)
                        .get(),
                connector(SECRET));
    }

    private Reading read(String body) {
        return provider.read(Callback.of(body).receivedAt(NOW).get(), connector(SECRET));
    }

    private List<InboundEvent> events(String body) {
        Reading reading = read(body);
        assertTrue(reading instanceof Reading.Events, reading::toString);
        return ((Reading.Events) reading).events();
    }
}
