package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Insight;

/** Messages of one customer, told by when they came, and in which ticket. */
final class Reads {

    static final UUID CONNECTOR = Ids.of("connector");
    static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");
    static final String DANA = "dana@customer.com";

    private Reads() {}

    static Origin origin(String ticket, Duration afterNine) {
        return origin(ticket, afterNine, afterNine);
    }

    /** Written at another time than it came. */
    static Origin origin(String ticket, Duration written, Duration received) {
        return new Origin(
                Ids.of(ticket + written),
                Ids.ticket(CONNECTOR, ticket),
                CONNECTOR,
                DANA,
                NINE.plus(written),
                NINE.plus(received));
    }

    /** The same, and it came then. */
    static Read received(Duration afterNine, Read read) {
        Origin of = read.origin();
        Origin origin =
                new Origin(of.eventId(), of.ticketId(), of.connectorId(), of.customer(), of.at(), NINE.plus(afterNine));
        return new Read(
                origin,
                read.words(),
                read.sentiment(),
                read.hostility(),
                read.escalation(),
                read.grounds(),
                read.alarm());
    }

    /** Neutral, and different from all others. */
    static Read read(String ticket, Duration afterNine) {
        return read(ticket, afterNine, ticket + afterNine);
    }

    static Read read(String ticket, Duration afterNine, String words) {
        return new Read(origin(ticket, afterNine), Read.wordsOf(words), 0, 0, 0, null, null);
    }

    static Read alarmed(Duration afterNine, AlarmKind kind, int escalation) {
        return new Read(origin("t1", afterNine), 7L, -2, 2, escalation, kind, kind);
    }

    /** Escalated nothing, and would have. */
    static Read untold(Duration afterNine, AlarmKind grounds, int escalation) {
        return new Read(origin("t1", afterNine), 7L, -2, 2, escalation, grounds, null);
    }

    static Read felt(Duration afterNine, int sentiment) {
        return new Read(origin("t1", afterNine), 7L, sentiment, 0, 0, null, null);
    }

    /** Of another subject, or of an automatic reply. */
    static Read wordless(Duration afterNine, int sentiment) {
        return new Read(origin("t1", afterNine), null, sentiment, 0, 0, null, null);
    }

    static Past past(Read... inTicket) {
        return new Past(List.of(inTicket), 1, Duration.ofDays(7), 0, Duration.ZERO, true, null);
    }

    /** Of a message that was read before. */
    static Past pastAgain(Read own, Read... inTicket) {
        return new Past(List.of(inTicket), 1, Duration.ofDays(7), 0, Duration.ZERO, true, own);
    }

    static Insight insight(String sentiment, String hostility, double score, int escalation, String... reasons) {
        return insight(sentiment, hostility, score, false, escalation, reasons);
    }

    static Insight insight(
            String sentiment, String hostility, double score, boolean spam, int escalation, String... reasons) {
        return new Insight(
                null,
                null,
                new Insight.Language("en", 1),
                new Insight.Sentiment(0, sentiment, 1, null),
                new Insight.Hostility(hostility, score, 1),
                new Insight.Urgency("low", 1, null),
                new Insight.Category("other", 1),
                new Insight.Escalation(escalation, List.of(reasons)),
                List.of(),
                new Insight.Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
                spam,
                false,
                List.of(),
                "test",
                0);
    }
}
