package io.ticketwire.ingress;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.EventSettings;
import io.ticketwire.event.Json;
import io.ticketwire.event.RawRequest;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.Topics;
import io.ticketwire.ingress.message.gupshup.GupshupProvider;
import io.ticketwire.ingress.receive.ReceiveProvider;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the ingress puts on the broker, and what it keeps to itself. */
class InboundRecordsTest {

    private static final UUID ONE = UUID.fromString("11111111-1111-4111-8111-111111111111");
    private static final UUID TWO = UUID.fromString("22222222-2222-4222-8222-222222222222");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InboundRecords records = new InboundRecords(new Topics(Settings.of(EventSettings.class)));

    @Test
    void eventIsKeyedByItsSubjectAndCarriesWhatIsKnownOfTheRequest() {
        ProducerRecord<String, byte[]> record =
                events(Callback.of("{}").header("traceparent", TRACE)).get(0);

        assertEquals("ticketwire.inbound", record.topic());
        assertEquals("ticket-1", record.key());
        assertEquals("{\"n\":1}", new String(record.value(), UTF_8));
        assertEquals(ONE.toString(), header(record, "ce_id"));
        assertEquals("/connectors/" + ConnectorExample.ID, header(record, "ce_source"));
        assertEquals(TRACE, header(record, "traceparent"));
        assertEquals(Callback.RECEIVED_AT.toString(), header(record, "ticketwire_received_at"));
        assertEquals("true", header(record, "ticketwire_verified"));
        assertEquals("BY_BODY", header(record, "ticketwire_repeat"));
    }

    @Test
    void requestIsKeptOnceWithTheFirstOfItsEvents() {
        List<ProducerRecord<String, byte[]>> both = events(Callback.of("{\"raw\":true}"));

        assertEquals("{\"raw\":true}", header(both.get(0), "ticketwire_raw_body"));
        assertNull(both.get(1).headers().lastHeader("ticketwire_raw_body"));
        assertNull(both.get(1).headers().lastHeader("ticketwire_raw_request"));
        assertEquals(ONE.toString(), header(both.get(1), "ticketwire_raw_id"));
    }

    @Test
    void bodyIsKeptByteForByte() {
        byte[] body = {'{', (byte) 0xFF, 0, '}'};

        ProducerRecord<String, byte[]> record = events(Callback.of(body)).get(0);

        assertArrayEquals(
                body, record.headers().lastHeader("ticketwire_raw_body").value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "X-Auth",
                "Cookie",
                "X-Hub-Signature-256",
                "X-Webhook-Signature",
                "webhook-signature",
                "X-Gitlab-Token",
                "X-API-Key",
                "apikey",
                "api_key",
                "X-Access-Key",
                "X-Shop-Secret",
                "X-Password",
            })
    void confidentialHeaderIsNotKept(String name) {
        RawRequest raw = raw(Callback.of("{}").header(name, "hunter2").header("User-Agent", "curl"));

        assertEquals(Map.of("user-agent", List.of("curl")), raw.headers());
    }

    @Test
    void otherHeadersAreKeptWithAllTheirValues() {
        RawRequest raw =
                raw(Callback.of("{}").header("X-Forwarded-For", "1.2.3.4").header("x-forwarded-for", "5.6.7.8"));

        assertEquals(Map.of("x-forwarded-for", List.of("1.2.3.4", "5.6.7.8")), raw.headers());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/webhooks/vonage?sig=abc&to=1, /api/webhooks/vonage?sig=***&to=1",
        "/w?connectorId=1&access_token=hunter2, /w?connectorId=1&access_token=***",
        "/w?hub.verify_token=hunter2&hub.mode=x, /w?hub.verify_token=***&hub.mode=x",
        "/w?API_KEY=hunter2, /w?API_KEY=***",
        "/w?signature=a=b=c&x=1, /w?signature=***&x=1",
        "/w?user=bo&password=, /w?user=bo&password=***",
        "/w?auth=hunter2&secret=hunter3, /w?auth=***&secret=***",
        "/w?text=a%26token%3Db, /w?text=a%26token%3Db",
        "/w&token=hunter2, /w&token=***",
        "/w?a=b?token=hunter2&x=1, /w?a=b?token=***&x=1",
        "/w?token?x=hunter2, /w?token?x=***",
        "/w, /w",
    })
    void confidentialQueryParameterIsNotKept(String uri, String kept) {
        RawRequest raw = raw(Callback.of("{}").uri(uri));

        assertEquals(kept, raw.path());
    }

    @Test
    void requestWithoutUseIsKeptAmongTheDeadWithTheReason() {
        Callback request = Callback.of("{\"x\":1}").header("Authorization", "hunter2");

        ProducerRecord<String, byte[]> record = records.dead(
                new Reading.Nothing("no_event", "There is no text in \"event\""),
                new Visit(request.get(), ConnectorExample.of("receive"), new ReceiveProvider()),
                false);

        assertEquals("ticketwire.inbound.dead", record.topic());
        assertEquals("inbound.rejected", header(record, "ce_type"));
        assertEquals("no_event", header(record, "ticketwire_reason"));
        assertEquals("There is no text in \"event\"", header(record, "ticketwire_detail"));
        assertEquals("false", header(record, "ticketwire_verified"));
        assertEquals("{\"x\":1}", header(record, "ticketwire_raw_body"));
        assertFalse(header(record, "ticketwire_raw_request").contains("hunter2"));
    }

    @Test
    void headerThatIsACredentialByAgreementIsNotKept() {
        Connector connector = ConnectorExample.with(
                "gupshup", Map.of("header_name", List.of("X-Our-Word"), "header_value", List.of("hunter2")));
        Callback request = Callback.of("{}").header("X-Our-Word", "hunter2").header("X-Other", "seen");

        ProducerRecord<String, byte[]> record = records.dead(
                new Reading.Nothing("no_event", "There is none"),
                new Visit(request.get(), connector, new GupshupProvider()),
                true);

        assertFalse(header(record, "ticketwire_raw_request").contains("hunter2"));
        assertTrue(header(record, "ticketwire_raw_request").contains("seen"));
    }

    private RawRequest raw(Callback request) {
        return Json.read(header(events(request).get(0), "ticketwire_raw_request"), RawRequest.class);
    }

    private List<ProducerRecord<String, byte[]>> events(Callback request) {
        Instant time = Instant.parse("2026-07-01T09:00:00Z");
        return records.events(
                List.of(
                        new InboundEvent(ONE, Repeat.BY_BODY, "ticket.observed", "ticket-1", time, Map.of("n", 1)),
                        new InboundEvent(TWO, Repeat.BY_BODY, "ticket.observed", "ticket-2", time, Map.of("n", 2))),
                new Visit(request.get(), ConnectorExample.of("webhook"), new ReceiveProvider()),
                true);
    }

    private static String header(ProducerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }
}
