package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What is left of the reports on a message. */
class MessageNowTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");
    private static final UUID CONNECTOR = Ids.of("connector");
    private static final UUID TICKET = Ids.of("ticket");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void reportsComeToTheSameInAnyOrder(int seed) {
        List<MessageReport> reports = new ArrayList<>(List.of(
                report(EventType.MESSAGE_QUEUED, 0),
                report(EventType.MESSAGE_SENT, 1),
                report(EventType.MESSAGE_DEFERRED, 2),
                report(EventType.MESSAGE_DELIVERED, 3),
                report(EventType.MESSAGE_DELIVERED, 3),
                report(EventType.EMAIL_COMPLAINED, 9)));
        Collections.shuffle(reports, new Random(seed));

        MessageNow message = only(reports);

        assertEquals("delivered", message.standing().word());
        assertEquals(NINE.plusSeconds(3), message.standing().at());
    }

    @Test
    void errorIsTheOneOfTheStateThatHolds() {
        MessageReport deferred = report(EventType.MESSAGE_DEFERRED, 1, "\"error\":{\"reason\":\"try again later\"}");
        MessageReport delivered = report(EventType.MESSAGE_DELIVERED, 2);

        assertEquals(
                "{\"reason\":\"try again later\"}",
                only(List.of(deferred)).standing().error());
        assertNull(only(List.of(deferred, delivered)).standing().error());
    }

    @Test
    void firstFailureIsForGood() {
        MessageReport bounced = report(EventType.EMAIL_BOUNCED, 1, "\"error\":{\"code\":\"5.1.1\"}");
        MessageReport failedLater = report(EventType.MESSAGE_FAILED, 5, "\"error\":{\"code\":\"other\"}");

        MessageNow message = only(List.of(bounced, failedLater, report(EventType.MESSAGE_DELIVERED, 9)));

        assertEquals("failed", message.standing().word());
        assertEquals("{\"code\":\"5.1.1\"}", message.standing().error());
    }

    @Test
    void messageOfWhichNothingTellsAStateHasNone() {
        MessageNow message = only(List.of(report(EventType.EMAIL_UNSUBSCRIBED, 1)));

        assertNull(message.standing().word());
        assertEquals(MessageState.NOTHING, message.standing().height());
    }

    @Test
    void messageThatIsTakenBackKeepsItsState() {
        MessageNow message =
                only(List.of(report(EventType.MESSAGE_INCOMING, 0), report(EventType.MESSAGE_DELETED, 60)));

        assertEquals("received", message.standing().word());
        assertEquals(NINE.plusSeconds(60), message.deletedAt());
    }

    @Test
    void whatOneReportLeavesOutAnotherOneSays() {
        MessageReport first = report(EventType.MESSAGE_SENT, 0, "\"channel\":\"sms\"");
        MessageReport second = report(EventType.MESSAGE_DELIVERED, 1, "\"channel\":\"mms\",\"from\":\"+15550100001\"");

        MessageNow message = only(List.of(first, second));

        assertEquals("sms", message.channel());
        assertEquals("+15550100001", message.sender());
        assertEquals(TICKET, message.ticketId());
    }

    @Test
    void mailToTwoIsTwoMessages() {
        MessageReport toJo = report(EventType.MESSAGE_DELIVERED, 0, "\"to\":\"jo@customer.com\"");
        MessageReport toDana = report(EventType.EMAIL_BOUNCED, 0, "\"to\":\"dana@customer.com\"");

        List<MessageNow> messages = List.copyOf(MessageNow.after(List.of(toJo, toDana)));

        assertEquals(
                List.of("delivered", "failed"),
                messages.stream().map(message -> message.standing().word()).toList());
        assertNotEquals(messages.get(0).id(), messages.get(1).id());
    }

    @Test
    void addressLongerThanAnyIsCut() {
        MessageReport report = report(EventType.MESSAGE_SENT, 0, "\"from\":\"" + "x".repeat(5_000) + "\"");

        assertEquals(500, only(List.of(report)).sender().length());
    }

    private static MessageNow only(List<MessageReport> reports) {
        List<MessageNow> messages = List.copyOf(MessageNow.after(reports));
        assertEquals(1, messages.size());
        return messages.get(0);
    }

    private static MessageReport report(EventType type, int second) {
        return report(type, second, "\"channel\":\"email\"");
    }

    /** @param fields of the message beside its id */
    private static MessageReport report(EventType type, int second, String fields) {
        Instant time = NINE.plusSeconds(second);
        Event event = new Event(
                Ids.of(type.type() + second),
                type.type(),
                Event.connectorSource(CONNECTOR),
                "m1",
                time,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                NINE,
                true,
                new byte[0]);
        return new MessageReport(event, type, Json.tree("{\"message_id\":\"m1\"," + fields + "}"), TICKET);
    }
}
