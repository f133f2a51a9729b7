package io.ticketwire.ingress.message.bird;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.BirdAndVonageVectors;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Bird's signature, and what events are known by. */
class BirdProviderTest {

    private static final Instant SIGNED = Instant.ofEpochSecond(1719823259);
    private static final String SIGNATURE = "2XMJsk+hV0Uh+jRUaTY5YcTo+sVmKW5REVzSvLT+vbQ=";
    private static final String BODY = new String(BirdAndVonageVectors.BIRD.body(), UTF_8);
    private static final String KEY = "secureSigningKey";

    private final BirdProvider provider = new BirdProvider();

    @Test
    void timeUrlAndBodyAreSigned() {
        assertEquals(new Verification.Verified(), verify(call(BODY), connector(KEY)));
        assertEquals(new Verification.Verified(), verify(call(BODY), connector("new", KEY)));
        assertEquals(new Verification.Refused("mismatch"), verify(call(BODY + " "), connector(KEY)));
        assertEquals(new Verification.Refused("mismatch"), verify(call(BODY), connector("other")));
        assertEquals(new Verification.Refused("mismatch"), verify(call(BODY).uri("/x?a=1"), connector(KEY)));
        assertEquals(
                new Verification.Refused("mismatch"),
                verify(call(BODY), ConnectorExample.at("https://gw.example.com/in/other", connector(KEY))));
    }

    /** Bird repeats for a day, and keeps the first time. */
    @ParameterizedTest
    @CsvSource({"86400, ", "86401, stale", "-86401, ahead"})
    void repeatIsTakenForADay(long age, String reason) {
        Verification verification = verify(call(BODY).receivedAt(SIGNED.plusSeconds(age)), connector(KEY));

        assertEquals(reason == null ? new Verification.Verified() : new Verification.Refused(reason), verification);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "2XMJsk+hV0Uh+jRUaTY5YcTo+sVmKW5REVzSvLT+vbQ",
                "2XMJsk-hV0Uh-jRUaTY5YcTo-sVmKW5REVzSvLT-vbQ="
            })
    void signatureIsComparedToTheLetter(String signature) {
        Callback call = base(BODY)
                .header("messagebird-signature", signature)
                .header("messagebird-request-timestamp", "1719823259");

        assertEquals(new Verification.Refused("mismatch"), verify(call, connector(KEY)));
    }

    @Test
    void whatIsMissingOrRepeatedIsRefused() {
        Callback noTime = base(BODY).header("messagebird-signature", SIGNATURE);
        Callback noSignature = base(BODY).header("messagebird-request-timestamp", "1719823259");
        Callback twice = call(BODY).header("MessageBird-Signature", SIGNATURE);

        assertEquals(new Verification.Refused("missing_time"), verify(noTime, connector(KEY)));
        assertEquals(new Verification.Refused("missing"), verify(noSignature, connector(KEY)));
        assertEquals(new Verification.Refused("repeated"), verify(twice, connector(KEY)));
        assertEquals(new Verification.Refused("no_secret"), verify(call(BODY), connector("")));
    }

    @Test
    void eachStatusIsNewsAndEachRecipientHasHisOwn() {
        List<InboundEvent> sent = events(outbound("sent", "2023-12-13T19:34:01Z"));
        List<InboundEvent> delivered = events(outbound("delivered", "2023-12-13T19:34:09Z"));
        List<InboundEvent> again = events(outbound("sent", "2023-12-13T19:34:01Z") + " ");

        assertEquals(2, sent.size());
        assertNotEquals(sent.get(0).id(), sent.get(1).id());
        assertNotEquals(sent.get(0).id(), delivered.get(0).id());
        assertEquals(sent.get(1).id(), again.get(1).id());
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector(KEY)));
    }

    @Test
    void brokenJsonIsMalformed() {
        assertInstanceOf(Reading.Malformed.class, provider.read(Callback.of("{").get(), connector(KEY)));
    }

    private static String outbound(String status, String when) {
        return "{\"service\":\"channels\",\"event\":\"sms.outbound\",\"payload\":{\"id\":\"m\",\"status\":\"" + status
                + "\",\"lastStatusAt\":\"" + when
                + "\",\"receiver\":{\"contacts\":[{\"identifierValue\":\"+31612345678\"},"
                + "{\"identifierValue\":\"+31612345679\"}]}}}";
    }

    private List<InboundEvent> events(String body) {
        return ((Reading.Events) provider.read(Callback.of(body).get(), connector(KEY))).events();
    }

    private static Callback base(String body) {
        return Callback.of(body).uri("/api/webhooks/messagebird").receivedAt(SIGNED);
    }

    private static Callback call(String body) {
        return base(body)
                .header("messagebird-signature", SIGNATURE)
                .header("messagebird-request-timestamp", "1719823259");
    }

    private static Connector connector(String... keys) {
        return ConnectorExample.at(
                "https://gw.example.com/in/bird",
                ConnectorExample.within(
                        Duration.ofDays(1), ConnectorExample.with("bird", Map.of("signing_key", List.of(keys)))));
    }

    private Verification verify(Callback call, Connector connector) {
        return provider.verify(call.get(), connector, Trail.NONE);
    }
}
