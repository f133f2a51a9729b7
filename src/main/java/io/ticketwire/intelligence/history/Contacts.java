package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How often a customer has turned to us. */
final class Contacts {

    /** The same words in the same ticket within this time are one message that its platform tells of twice. */
    private static final Duration SAME = Duration.ofHours(1);

    private record Key(UUID ticketId, long words) {}

    private Contacts() {}

    /**
     * Counts distinct messages.
     *
     * @param words of the message that counts too; null if it is none of its own
     * @param others oldest first; those of other customers are among them only if they are in the same ticket
     */
    static int count(Origin now, Long words, List<Read> others, Duration window) {
        Instant begin = now.at().minus(window);
        Map<Key, Instant> last = new HashMap<>();
        int count = 0;
        for (Read read : others) {
            boolean counts = read.words() != null
                    && read.origin().at().isAfter(begin)
                    && !read.origin().at().isAfter(now.at())
                    && (read.origin().ticketId().equals(now.ticketId())
                            || read.origin().sameCustomer(now));
            count += counts && isNew(last, read.origin(), read.words()) ? 1 : 0;
        }
        boolean another = words != null && isNew(last, now, words);
        return Math.max(1, another ? count + 1 : count);
    }

    private static boolean isNew(Map<Key, Instant> last, Origin origin, long words) {
        Instant before = last.put(new Key(origin.ticketId(), words), origin.at());
        return before == null || before.isBefore(origin.at().minus(SAME));
    }
}
