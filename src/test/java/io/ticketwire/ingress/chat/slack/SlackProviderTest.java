package io.ticketwire.ingress.chat.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Slack's signature by its published example, and what comes of repeats, forms and hostile input. */
class SlackProviderTest {

    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final String COMMAND_TIME = "1531420618";
    private static final String COMMAND_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final String CHALLENGE = "{\"token\":\"t\",\"challenge\":\"abc123\",\"type\":\"url_verification\"}";
    private static final long CHALLENGE_TIME = 1763630100;
    private static final String CHALLENGE_SIGNATURE =
            "v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1";
    private static final ProviderFixtures FIXTURES =
            new ProviderFixtures("slack", Instant.parse("2024-11-07T18:00:00Z"));

    private final SlackProvider provider = new SlackProvider();

    @Test
    void signatureOfThePublishedExampleIsVerified() {
        byte[] body =
                FIXTURES.request("slash-command-of-documentation.form").get().body();
        Callback request = Callback.of(body)
                .receivedAt(Instant.ofEpochSecond(1531420618))
                .header("X-Slack-Request-Timestamp", COMMAND_TIME)
                .header("X-Slack-Signature", COMMAND_SIGNATURE);

        Verification verification = verify(request, SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @ParameterizedTest
    @ValueSource(longs = {-299, -1, 0, 1, 299, 300})
    void challengeIsSignedLikeEverythingElse(long age) {
        Verification verification = verify(challenge(CHALLENGE_TIME + age), SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @ParameterizedTest
    @CsvSource({"301, stale", "-301, ahead"})
    void timeOutsideTheWindowIsRefused(long age, String reason) {
        Verification verification = verify(challenge(CHALLENGE_TIME + age), SECRET);

        assertEquals(new Verification.Refused(reason), verification);
    }

    @Test
    void windowOfZeroSwitchesTheCheckOff() {
        Connector anyTime = ConnectorExample.within(Duration.ZERO, connector(SECRET));

        Verification verification =
                provider.verify(challenge(CHALLENGE_TIME + 86_400).get(), anyTime, Trail.NONE);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void eitherOfTwoSecretsIsAccepted() {
        Verification verification = verify(challenge(CHALLENGE_TIME), "the new one", SECRET);

        assertEquals(new Verification.Verified(), verification);
    }

    @Test
    void connectorWithoutASecretAcceptsNothing() {
        Verification verification = verify(challenge(CHALLENGE_TIME));

        assertEquals(new Verification.Refused("no_secret"), verification);
    }

    @ParameterizedTest
    @CsvSource({
        "1763630100, v0=30FE9F1054FD591F3A466A3D0927C64179FE484773EE4584D0BF2F701EA440B1, mismatch",
        "1763630100, v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b, mismatch",
        "1763630100, 30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, malformed",
        "1763630100, sha256=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, malformed",
        "1763630101, v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, mismatch",
        "1763630100000, v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, ahead",
        "2025-11-20T09:15:00Z, v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, malformed_time",
        "'', v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1, malformed_time",
    })
    void whatIsNotExactlyRightIsRefused(String time, String signature, String reason) {
        Callback request = Callback.of(CHALLENGE)
                .receivedAt(Instant.ofEpochSecond(CHALLENGE_TIME))
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", signature);

        Verification verification = verify(request, SECRET);

        assertEquals(new Verification.Refused(reason), verification);
    }

    @ParameterizedTest
    @CsvSource({"x-slack-signature, repeated", "x-slack-request-timestamp, repeated"})
    void headerThatIsSentTwiceIsRefused(String header, String reason) {
        Callback request = challenge(CHALLENGE_TIME);
        String value = request.get().header(header);

        Verification verification = verify(request.header(header.toUpperCase(Locale.ROOT), value), SECRET);

        assertEquals(new Verification.Refused(reason), verification);
    }

    @Test
    void requestWithoutHeadersIsRefused() {
        Verification verification = verify(Callback.of(CHALLENGE), SECRET);

        assertEquals(new Verification.Refused("missing_time"), verification);
    }

    @Test
    void signatureIsOfTheBytesAndNotOfTheirMeaning() {
        String other = Json.tree(CHALLENGE).toPrettyString();
        Callback request = Callback.of(other)
                .receivedAt(Instant.ofEpochSecond(CHALLENGE_TIME))
                .header("X-Slack-Request-Timestamp", Long.toString(CHALLENGE_TIME))
                .header("X-Slack-Signature", CHALLENGE_SIGNATURE);

        Verification verification = verify(request, SECRET);

        assertEquals(new Verification.Refused("mismatch"), verification);
    }

    @Test
    void everyStepIsExplainedAndNoSecretIsAmongThem() {
        Trail trail = Trail.noting();

        provider.verify(challenge(CHALLENGE_TIME + 1).get(), connector(SECRET), trail);

        assertEquals(
                List.of("header x-slack-request-timestamp", "header x-slack-signature", "signature"),
                trail.steps().stream().map(Trail.Step::check).toList());
        assertTrue(trail.steps().stream().allMatch(Trail.Step::passed));
        assertFalse(trail.steps().toString().contains(SECRET));
    }

    @Test
    void lastOfTwoEqualKeysCounts() {
        Reading reading = read(Callback.of("{\"type\":\"url_verification\",\"challenge\":\"a\",\"challenge\":\"b\"}"));

        assertEquals(new Reading.Answered("url_verification", Reply.text("b")), reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "{}", "[\"x\"]"})
    void challengeThatIsNoTextIsMalformed(String challenge) {
        Reading reading = read(Callback.of("{\"type\":\"url_verification\",\"challenge\":" + challenge + "}"));

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void retryIsTheSameEventByItsId() {
        InboundEvent first = event(FIXTURES.request("thread-reply.json").get());
        Callback retry = Callback.of(
                        new String(FIXTURES.request("thread-reply.json").get().body(), UTF_8) + " ")
                .header("X-Slack-Retry-Num", "1")
                .header("X-Slack-Retry-Reason", "http_timeout");

        InboundEvent second = event(retry.get());

        assertEquals(Ids.event(ConnectorExample.ID, "Ev0PV52K22"), first.id());
        assertEquals(first.id(), second.id());
    }

    @Test
    void eventWithoutAnIdIsKnownByItsTeamChannelTimeAndType() {
        InboundEvent event =
                event(FIXTURES.request("thread-reply-without-event-id.json").get());

        assertEquals(Ids.event(ConnectorExample.ID, "event:T061EG9R6:C061EG9SL:1731000300.000300:message"), event.id());
    }

    @Test
    void actionsOfOnePayloadHaveIdsOfTheirOwn() {
        Reading reading =
                provider.read(FIXTURES.request("two-actions.payload.json").get(), connector(SECRET));

        List<InboundEvent> events = ((Reading.Events) reading).events();
        assertEquals(2, events.size());
        assertNotEquals(events.get(0).id(), events.get(1).id());
        assertEquals(
                Ids.event(ConnectorExample.ID, "click:1731000000.000200:U061F7AUR:ticket_approve:1731000060.123456"),
                events.get(0).id());
    }

    @Test
    void textIsCutToWhatIsKept() {
        String body =
                "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{\"type\":\"app_mention\",\"user\":\"U1\","
                        + "\"text\":\"" + "x".repeat(1 << 20) + "\"}}";

        JsonNode data = Json.tree(Json.text(event(Callback.of(body).get()).data()));

        assertEquals(65_536, data.path("interaction").path("text").textValue().length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "command=",
                "command=%20",
                "payload=",
                "payload=%7B",
                "payload=7",
                "payload=%5B%5D",
                "payload=%zz",
                "payload=%7",
                "text=%",
                "{\"type\":\"event_callback\"}",
            })
    void formThatCannotBeReadIsMalformed(String form) {
        Reading reading = read(form(form));

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void commandOfNobodyIsKept() {
        Reading reading = read(form("command=%2Fticket&text=x"));

        assertEquals("no_user", assertInstanceOf(Reading.Nothing.class, reading).reason());
    }

    @Test
    void formsAndJsonAreRead() {
        assertTrue(provider.reads("application/x-www-form-urlencoded"));
        assertTrue(provider.reads("application/json"));
        assertTrue(provider.reads(null));
        assertFalse(provider.reads("text/html"));
    }

    @Test
    void acknowledgementIsEmptySinceSlackWouldShowIt() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector(SECRET)));
    }

    private static Callback challenge(long arrival) {
        return Callback.of(CHALLENGE)
                .receivedAt(Instant.ofEpochSecond(arrival))
                .header("X-Slack-Request-Timestamp", Long.toString(CHALLENGE_TIME))
                .header("X-Slack-Signature", CHALLENGE_SIGNATURE);
    }

    private static Callback form(String form) {
        return Callback.of(form).mediaType("application/x-www-form-urlencoded");
    }

    private static Connector connector(String... secrets) {
        return ConnectorExample.with("slack", Map.of("signing_secret", List.of(secrets)));
    }

    private Verification verify(Callback request, String... secrets) {
        return provider.verify(request.get(), connector(secrets), Trail.NONE);
    }

    private Reading read(Callback request) {
        return provider.read(request.get(), connector(SECRET));
    }

    private InboundEvent event(IncomingRequest request) {
        Reading reading = provider.read(request, connector(SECRET));
        return assertInstanceOf(Reading.Events.class, reading).events().get(0);
    }
}
