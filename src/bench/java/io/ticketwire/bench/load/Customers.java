package io.ticketwire.bench.load;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Customers who write: four of five times about something new, else again in a ticket of theirs. Each replies once and after
 * a second at least, and not where they were hostile: what such a ticket is escalated for next depends on what it was
 * escalated for already.
 */
final class Customers implements Platform {

    private static final double REPLIES = 0.2;
    private static final double HOSTILE = 0.1;
    private static final long REPLY_MICROS = 1_000_000;

    private record Ticket(String id, long micros) {}

    private final Sendings sendings;
    private final Letterbox calm;
    private final Letterbox hostile;
    private final SplittableRandom random;
    private final String prefix = Long.toString(Pace.nowMicros());
    private final Deque<Ticket> unanswered = new ArrayDeque<>();
    private long sent;
    private long replies;

    Customers(Generator.Letters load, Sendings sendings) {
        this.sendings = sendings;
        this.random = new SplittableRandom(load.seed());
        this.calm = new Letterbox(load.letters(), false);
        this.hostile = new Letterbox(load.letters(), true);
    }

    long replies() {
        return replies;
    }

    @Override
    public String signatureHeader() {
        return "X-Webhook-Signature";
    }

    @Override
    public Callback next(long intendedMicros) {
        Generator.Letter letter = (random.nextDouble() < HOSTILE ? hostile : calm).next();
        boolean reply = random.nextDouble() < REPLIES
                && !unanswered.isEmpty()
                && unanswered.peek().micros() < intendedMicros - REPLY_MICROS;
        String id = prefix + "-" + sent++;
        Map<String, Object> event = reply ? reply(id, letter) : ticket(id, letter, intendedMicros);
        return new Callback(
                new String(Json.bytes(event), UTF_8),
                Map.of(EventHeaders.TRACE_PARENT, sendings.add(intendedMicros, letter.hostile())));
    }

    private Map<String, Object> ticket(String id, Generator.Letter letter, long intendedMicros) {
        if (!letter.hostile()) {
            unanswered.add(new Ticket(id, intendedMicros));
        }
        Map<String, Object> ticket = Map.of(
                "external_id",
                id,
                "subject",
                letter.subject(),
                "description",
                letter.text(),
                "status",
                "open",
                "priority",
                "medium",
                "customer_name",
                "Jane Roe",
                "customer_email",
                address(id),
                "created_at",
                Instant.now().toString());
        return Map.of("id", id, "event", "ticket.create", "data", ticket);
    }

    private Map<String, Object> reply(String id, Generator.Letter letter) {
        replies++;
        String ticket = unanswered.remove().id();
        Map<String, Object> said = Map.of(
                "id",
                id,
                "author_name",
                "Jane Roe",
                "author_email",
                address(ticket),
                "author_type",
                "customer",
                "body",
                letter.text(),
                "is_public",
                true,
                "created_at",
                Instant.now().toString());
        return Map.of("id", id, "event", "conversation.add", "data", Map.of("ticket_id", ticket, "conversation", said));
    }

    /** Of a customer of its own: who writes for the third time within days would be escalated for that. */
    private static String address(String ticket) {
        return "jane." + ticket + "@customer.example";
    }

    /** Letters of one kind, which take turns. */
    private static final class Letterbox {
        private final List<Generator.Letter> letters;
        private int next;

        Letterbox(List<Generator.Letter> letters, boolean hostile) {
            this.letters = letters.stream()
                    .filter(letter -> letter.hostile() == hostile)
                    .toList();
        }

        Generator.Letter next() {
            return letters.get(next++ % letters.size());
        }
    }
}
