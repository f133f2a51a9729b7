package io.ticketwire.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.TraceParent;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;
import io.ticketwire.ticket.Tracker;
import io.ticketwire.ticket.Written;
import io.ticketwire.ticket.message.MessageTable;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Messages find their tickets, and what became of each is known. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class MessagesTest extends Scenario {

    private static final String JO = "+15550100002";

    private final EventPublisher publisher;
    private final Topics topics;
    private final Tracker tracker;
    private final MessageTable table;

    @Inject
    MessagesTest(EventPublisher publisher, Topics topics, Tracker tracker, MessageTable table) {
        this.publisher = publisher;
        this.topics = topics;
        this.tracker = tracker;
        this.table = table;
    }

    @Test
    void conversationIsOneTicketThatIsReopenedWhenItGoesOn() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("ticket.*", "conversation.*", "message.*")));
        UUID connector = UUID.randomUUID();
        publish(Written.chat("w1", "I can't log in").connector(connector).event());
        String ticket = ticketOf(connector);

        publish(Written.chat("w2", "Any news?").connector(connector).event());
        await().until(() ->
                gateway.get("/api/v1/tickets/" + ticket).path("conversation").size() == 1);
        gateway.post("/api/v1/tickets/" + ticket + "/resolve", Map.of());
        await().until(() -> "resolved".equals(status(ticket)));
        publish(Written.chat("w3", "It is back").connector(connector).event());

        await().until(() -> "open".equals(status(ticket)));
        JsonNode detail = gateway.get("/api/v1/tickets/" + ticket);
        assertEquals("I can't log in", detail.at("/ticket/subject").textValue());
        assertEquals("w3", detail.at("/conversation/0/message_id").textValue());
        assertEquals(
                3,
                gateway.get("/api/v1/messages?ticket_id=" + ticket)
                        .path("items")
                        .size());
        await().untilAsserted(() -> assertEquals(
                List.of(
                        "conversation.added",
                        "conversation.added",
                        "message.incoming",
                        "message.incoming",
                        "message.incoming",
                        "ticket.created",
                        "ticket.reopened",
                        "ticket.resolved"),
                receiver.received().stream()
                        .map(webhook -> webhook.header("X-Webhook-Event"))
                        .sorted()
                        .toList()));
    }

    @Test
    void mailThatAnswersOneOfTheTicketIsAddedToIt() {
        UUID connector = UUID.randomUUID();
        publish(Written.mail("<a@customer.com>").connector(connector).event());
        String ticket = ticketOf(connector);

        publish(Written.mail("<b@customer.com>")
                .answering("<agent@acme.example>", "<a@customer.com>")
                .connector(connector)
                .event());

        await().untilAsserted(() -> assertEquals(
                "<b@customer.com>",
                gateway.get("/api/v1/tickets/" + ticket)
                        .at("/conversation/0/message_id")
                        .textValue()));
        assertEquals(1, tickets(connector).size());
    }

    @Test
    void messagesOfAConversationThatAreReadAtOnceByTwoAreOneTicket() {
        List<UUID> connectors = new ArrayList<>();
        List<Uni<Void>> work = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            UUID connector = UUID.randomUUID();
            connectors.add(connector);
            work.add(tracker.track(
                    record(900, Written.chat("w1", "Hello").connector(connector).event())));
            work.add(tracker.track(
                    record(901, Written.chat("w2", "Hm").connector(connector).event())));
            work.add(tracker.track(
                    record(902, Written.chat("w3", "So").connector(connector).event())));
        }

        Uni.join().all(work).andFailFast().await().atMost(PATIENCE);

        for (UUID connector : connectors) {
            assertEquals(1, tickets(connector).size());
            String ticket = tickets(connector).get(0).path("id").textValue();
            assertEquals(
                    2,
                    gateway.get("/api/v1/tickets/" + ticket)
                            .path("conversation")
                            .size());
        }
    }

    @Test
    void batchThatIsReadAgainAfterACrashHasNoSecondEffect() {
        UUID connector = UUID.randomUUID();
        ConsumerRecords<String, byte[]> first =
                record(900, Written.chat("w1", "Hello").connector(connector).event());
        ConsumerRecords<String, byte[]> second =
                record(900, Written.chat("w2", "Hm").connector(connector).event());

        for (ConsumerRecords<String, byte[]> batch : List.of(first, second, first, second)) {
            tracker.track(batch).await().atMost(PATIENCE);
        }

        String ticket = ticketOf(connector);
        assertEquals(
                1, gateway.get("/api/v1/tickets/" + ticket).path("conversation").size());
        assertEquals(
                4,
                gateway.get("/api/v1/events?connector_id=" + connector)
                        .path("items")
                        .size());
        JsonNode message = gateway.get("/api/v1/messages?message_id=w2&connector_id=" + connector)
                .at("/items/0/id");
        assertEquals(
                1,
                gateway.get("/api/v1/messages/" + message.textValue())
                        .path("timeline")
                        .size());
    }

    @Test
    void reportsThatAreReadAtOnceByManyComeToTheLatestState() {
        UUID connector = UUID.randomUUID();
        List<String> types = List.of("message.sent", "message.read", "message.queued", "message.delivered");
        List<Uni<Void>> work = new ArrayList<>();
        for (int message = 0; message < 20; message++) {
            for (int i = 0; i < types.size(); i++) {
                work.add(tracker.track(record(900 + i, report(connector, types.get(i), "m" + message))));
            }
        }

        Uni.join().all(work).andFailFast().await().atMost(PATIENCE);

        JsonNode messages = gateway.get("/api/v1/messages?state=read&connector_id=" + connector)
                .path("items");
        assertEquals(20, messages.size());
        messages.forEach(message -> assertEquals(
                4,
                gateway.get("/api/v1/messages/" + message.path("id").textValue())
                        .path("timeline")
                        .size()));
    }

    @Test
    void latestStateHoldsHoweverLateAnEarlierOneIsTold() {
        String connector = gateway.connector("receive", null);
        status(connector, "m1", "queued", "2026-07-01T09:00:00Z");
        status(connector, "m1", "delivered", "2026-07-01T09:00:02Z");
        await().until(() -> "delivered".equals(only(connector, "").path("state").textValue()));

        status(connector, "m1", "sent", "2026-07-01T09:00:09Z");

        String id = only(connector, "").path("id").textValue();
        await().untilAsserted(() -> assertEquals(
                List.of("message.queued", "message.delivered", "message.sent"),
                gateway.get("/api/v1/messages/" + id).path("timeline").findValuesAsText("type")));
        JsonNode message = gateway.get("/api/v1/messages/" + id).path("message");
        assertEquals("delivered", message.path("state").textValue());
        assertEquals("2026-07-01T09:00:02.000Z", message.path("state_at").textValue());
        assertEquals("outbound", message.path("direction").textValue());
        assertEquals(JO, message.path("to").textValue());
    }

    @Test
    void reportThatLeavesTheRecipientOutIsOfTheMessageToHimIfThereIsOne() {
        UUID connector = UUID.randomUUID();
        Event sent = report(connector, "message.sent", "m1", JO);
        Event opened = report(connector, "email.opened", "m1", null);
        Event toTwo = report(connector, "message.sent", "m2", JO);
        Event toTheOther = report(connector, "message.sent", "m2", "+15550100003");
        Event openedBySome = report(connector, "email.opened", "m2", null);

        for (Event event : List.of(sent, opened, toTwo, toTheOther, openedBySome, opened, sent)) {
            tracker.track(record(900, event)).await().atMost(PATIENCE);
        }

        JsonNode one = items(connector.toString(), "&message_id=m1");
        assertEquals(List.of("read"), one.findValuesAsText("state"));
        assertEquals(JO, one.at("/0/to").textValue());
        assertEquals(
                2,
                gateway.get("/api/v1/messages/" + one.at("/0/id").textValue())
                        .path("timeline")
                        .size());
        assertEquals(
                List.of("read", "sent", "sent"),
                items(connector.toString(), "&message_id=m2").findValuesAsText("state"));
    }

    @Test
    void idOfAnothersMailLeavesHisTicketAsItIs() {
        UUID connector = UUID.randomUUID();
        publish(Written.mail("<1@localhost>").connector(connector).event());
        String ticket = ticketOf(connector);
        gateway.post("/api/v1/tickets/" + ticket + "/resolve", Map.of());
        await().until(() -> "resolved".equals(status(ticket)));

        for (String text : List.of("Mine", "Any news?")) {
            publish(Written.mail("<1@localhost>")
                    .event(text)
                    .with("from", "eve@other.com")
                    .with("text", text)
                    .connector(connector)
                    .event());
        }

        await().until(() -> tickets(connector).size() == 2);
        assertEquals("resolved", status(ticket));
        assertEquals(
                "dana@customer.com",
                gateway.get("/api/v1/tickets/" + ticket)
                        .at("/ticket/customer_email")
                        .textValue());
        String other = tickets(connector).get(0).path("id").textValue();
        await().until(() ->
                gateway.get("/api/v1/tickets/" + other).path("conversation").size() == 1);
    }

    @Test
    void failureIsForGoodAndSaysWhy() {
        String connector = gateway.connector("receive", null);
        send(
                connector,
                """
                {"message_id":"m1","status":"failed","direction":"outbound","to":"%s",
                 "error":{"code":"30003","reason":"Unreachable","permanent":true}}"""
                        .formatted(JO));
        await().until(() -> "failed".equals(only(connector, "").path("state").textValue()));

        status(connector, "m1", "read", "2036-07-01T09:00:09Z");

        String id = only(connector, "").path("id").textValue();
        await().until(() ->
                gateway.get("/api/v1/messages/" + id).path("timeline").size() == 2);
        JsonNode detail = gateway.get("/api/v1/messages/" + id);
        assertEquals("failed", detail.at("/message/state").textValue());
        assertEquals("30003", detail.at("/message/error/code").textValue());
        assertTrue(detail.at("/message/error/permanent").booleanValue());
        assertEquals(
                "Unreachable",
                detail.path("timeline").findValue("error").path("reason").textValue());
    }

    @Test
    void messagesAreFoundByAnythingThatIsKnownOfThem() {
        String connector = gateway.connector("receive", null);
        String id = newId();
        send(
                connector,
                "{\"message_id\":\"%s\",\"channel\":\"sms\",\"direction\":\"inbound\",\"from\":\"%s\",\"to\":\"+1555\"}"
                        .formatted(id, JO));
        await().until(() -> !items(connector, "").isEmpty());

        for (String filter : List.of(
                "channel=sms",
                "direction=inbound",
                "state=received",
                "from=%2B15550100002",
                "from=" + JO,
                "to=%2B1555",
                "message_id=" + id,
                "since=2026-01-01T00:00:00Z")) {
            assertEquals(1, items(connector, "&" + filter).size(), filter);
        }
        for (String filter : List.of(
                "channel=email",
                "direction=outbound",
                "state=failed",
                "from=%2B1",
                "message_id=other",
                "ticket_id=" + UUID.randomUUID(),
                "since=2999-01-01T00:00:00Z")) {
            assertEquals(0, items(connector, "&" + filter).size(), filter);
        }
    }

    @Test
    void filterThatCannotBeIsAMistakeAndAMessageThatIsNotThereIsNotFound() {
        for (String filter : List.of("state=lost", "direction=up", "ticket_id=7", "connector_id=x", "limit=0")) {
            assertEquals(
                    400,
                    gateway.get("/api/v1/messages?" + filter).path("status").intValue(),
                    filter);
        }
        assertEquals(
                404,
                gateway.get("/api/v1/messages/" + UUID.randomUUID())
                        .path("status")
                        .intValue());
        assertEquals(401, gateway.anonymous("/api/v1/messages").statusCode());
    }

    @Test
    void messagesAreForgottenWithTheirTimelinesOnceNothingWasToldOfThemForLong() {
        String connector = gateway.connector("receive", null);
        status(connector, "m1", "sent", "2026-07-01T09:00:00Z");
        await().until(() -> !items(connector, "").isEmpty());
        String id = only(connector, "").path("id").textValue();

        table.forget(Duration.ofDays(1)).await().atMost(PATIENCE);
        boolean kept = !items(connector, "").isEmpty();
        table.forget(Duration.ofDays(-1)).await().atMost(PATIENCE);

        assertTrue(kept);
        assertEquals(404, gateway.get("/api/v1/messages/" + id).path("status").intValue());
        assertFalse(items(connector, "").iterator().hasNext());
    }

    private void publish(Event event) {
        publisher.publish(inbound(event)).await().atMost(PATIENCE);
    }

    private ProducerRecord<String, byte[]> inbound(Event event) {
        ProducerRecord<String, byte[]> record = EventCodec.encode(topics.name(Topic.INBOUND), event.subject(), event);
        EventCodec.put(record.headers(), EventHeaders.REPEAT, Repeat.BY_EVENT_ID.name());
        return record;
    }

    /** As if it had been read from this partition. */
    private ConsumerRecords<String, byte[]> record(int partition, Event event) {
        ProducerRecord<String, byte[]> sent = inbound(event);
        ConsumerRecord<String, byte[]> read =
                new ConsumerRecord<>(sent.topic(), partition, 0, sent.key(), sent.value());
        sent.headers().forEach(read.headers()::add);
        return new ConsumerRecords<>(Map.of(new TopicPartition(sent.topic(), partition), List.of(read)));
    }

    private static Event report(UUID connector, String type, String message) {
        return report(connector, type, message, JO);
    }

    /** @param to null if it isn't said */
    private static Event report(UUID connector, String type, String message, String to) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new Event(
                UUID.randomUUID(),
                type,
                Event.connectorSource(connector),
                message,
                now,
                TraceParent.of(null),
                now,
                true,
                Json.bytes(Map.of(
                        "message",
                        to == null ? Map.of("message_id", message) : Map.of("message_id", message, "to", to))));
    }

    private JsonNode tickets(UUID connector) {
        return gateway.get("/api/v1/tickets?connector_id=" + connector).path("items");
    }

    private String ticketOf(UUID connector) {
        await().until(() -> tickets(connector).size() == 1);
        return tickets(connector).get(0).path("id").textValue();
    }

    private String status(String ticket) {
        return gateway.get("/api/v1/tickets/" + ticket).at("/ticket/status").textValue();
    }

    private void status(String connector, String message, String status, String time) {
        send(
                connector,
                "{\"message_id\":\"%s\",\"status\":\"%s\",\"direction\":\"outbound\",\"to\":\"%s\",\"timestamp\":\"%s\"}"
                        .formatted(message, status, JO, Instant.parse(time)));
    }

    private void send(String connector, String data) {
        String body = "{\"event\":\"message.create\",\"data\":" + data + "}";
        assertEquals(200, gateway.callback(connector, body).statusCode());
    }

    private JsonNode items(String connector, String filter) {
        return gateway.get("/api/v1/messages?connector_id=" + connector + filter)
                .path("items");
    }

    private JsonNode only(String connector, String filter) {
        return items(connector, filter).path(0);
    }
}
