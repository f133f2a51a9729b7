package io.ticketwire.ticket.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

/** Which message a report is about that does not say to whom it went. */
class RecipientsTest {

    private static final UUID CONNECTOR = Ids.of("connector");
    private static final String JO = "jo@customer.com";
    private static final String DANA = "dana@customer.com";
    private static final Recipients.Sent M1 = new Recipients.Sent(CONNECTOR, "m1");

    private final Recipients recipients = new Recipients();

    @Test
    void reportIsOfTheOneRecipientThatIsKnown() {
        recipients.add(M1, JO);

        List<MessageReport> reports = recipients.in(List.of(report(CONNECTOR, "m1", null)));

        assertEquals(report(CONNECTOR, "m1", JO).id(), reports.get(0).id());
        assertEquals(JO, only(reports).recipient());
    }

    @Test
    void reportIsOfTheOneRecipientOfTheSameBatchInWhateverOrder() {
        MessageReport unsaid = report(CONNECTOR, "m1", null);
        MessageReport said = report(CONNECTOR, "m1", JO);

        for (List<MessageReport> batch : List.of(List.of(unsaid, said), List.of(said, unsaid))) {
            MessageNow message = only(new Recipients().in(batch));
            assertEquals(said.id(), message.id());
            assertEquals(JO, message.recipient());
        }
    }

    @Test
    void recipientThatIsKnownAndComesAgainIsStillTheOnlyOne() {
        recipients.add(M1, JO);

        only(recipients.in(List.of(report(CONNECTOR, "m1", JO), report(CONNECTOR, "m1", ""))));
    }

    @Test
    void reportOfAMessageToSeveralIsOfNoneOfThem() {
        recipients.add(M1, JO);
        MessageReport unsaid = report(CONNECTOR, "m1", null);

        List<MessageReport> reports = recipients.in(List.of(report(CONNECTOR, "m1", DANA), unsaid));

        assertSame(unsaid, reports.get(1));
    }

    @Test
    void othersMessagesSayNothingOfThisOne() {
        recipients.add(new Recipients.Sent(Ids.of("other"), "m1"), JO);
        recipients.add(new Recipients.Sent(CONNECTOR, "m2"), JO);
        MessageReport unsaid = report(CONNECTOR, "m1", null);

        assertSame(unsaid, recipients.in(List.of(unsaid)).get(0));
    }

    @Test
    void messagesAreLookedUpOnceAndOnlyForReportsThatLeaveTheRecipientOut() {
        List<MessageReport> reports =
                List.of(report(CONNECTOR, "m1", null), report(CONNECTOR, "m1", ""), report(CONNECTOR, "m2", JO));

        assertEquals(List.of(M1), Recipients.unsaid(reports));
    }

    private static MessageNow only(List<MessageReport> reports) {
        List<MessageNow> messages = List.copyOf(MessageNow.after(reports));
        assertEquals(1, messages.size());
        return messages.get(0);
    }

    private static MessageReport report(UUID connector, String message, String to) {
        Instant nine = Instant.parse("2026-07-01T09:00:00Z");
        Event event = new Event(
                Ids.of(message + to),
                EventType.EMAIL_OPENED.type(),
                Event.connectorSource(connector),
                message,
                nine,
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                nine,
                true,
                new byte[0]);
        String value = "{\"message_id\":\"" + message + "\",\"to\":" + (to == null ? "null" : "\"" + to + "\"") + "}";
        return new MessageReport(event, EventType.EMAIL_OPENED, Json.tree(value), null);
    }
}
