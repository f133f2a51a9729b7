package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.ticketwire.event.Insight;

/**
 * The newest tickets of each connector, and which of them say what a new one says. What its likeness is, and when it makes a
 * duplicate, is told by {@link Likeness}. The same calls in the same order give the same answers; the same call twice, as for an
 * event that comes again, gives the same answer and changes nothing. Safe for concurrent use; calls for different connectors
 * don't wait for one another.
 *
 * <p>Of a text the first {@value #COMPARED} characters are compared, and no more is to be kept of it for a later process to compare:
 * the likeness of longer texts is that of their beginnings, before and after a restart.
 *
 * <p>A ticket of 600 characters takes 1.7 KB: 62 different words at 12 bytes, 95 hashes of runs at 4, one or two words that no
 * other has at 150, and 400 bytes of its own. So a full window takes 8.5 MB, and 256 MB hold 150,000 such tickets: 5,000 of each
 * of 30 connectors, or 750 of each of 200. A ticket of 256 words that are all new takes the most, 42 KB. This is an estimate, which
 * is within a tenth of what a heap was seen to hold.
 */
public final class SimilarTickets {

    /** What somebody wants, they say before. */
    static final int COMPARED = 4_000;

    private final int ticketsPerConnector;
    private final int connectors;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();

    /** By connector, the least recently used first. Its lock is never waited for by one who holds a window's. */
    private final Map<UUID, Window> windows = new LinkedHashMap<>(16, .75f, true);

    /**
     * @param ticketsPerConnector beyond them, the oldest ticket of the connector goes
     * @param connectors beyond them, the least recently used one goes, with all its tickets
     * @param mostBytes of all connectors, roughly; beyond them likewise, but the one last used stays
     */
    public SimilarTickets(int ticketsPerConnector, int connectors, long mostBytes) {
        if (ticketsPerConnector < 1 || connectors < 1) {
            throw new IllegalArgumentException("at least one ticket of one connector");
        }
        this.ticketsPerConnector = ticketsPerConnector;
        this.connectors = connectors;
        this.mostBytes = mostBytes;
    }

    /**
     * Holds a ticket in place of what was held of it, unless that is newer, and tells which others of those now held are like it.
     *
     * @param cleanedText only what the customer wrote
     * @param at when they wrote it
     * @return duplicates first, then by score, then the newest first; at most five, never the ticket itself
     */
    public List<Insight.Similar> findAndAdd(UUID connector, UUID ticket, String cleanedText, Instant at) {
        Wording wording = Wording.of(cleanedText);
        Optional<List<Insight.Similar>> similar = Optional.empty();
        while (similar.isEmpty()) {
            similar = window(connector).findAndAdd(ticket, at, wording);
        }
        makeRoom();
        return similar.get();
    }

    /** Holds a ticket as {@link #findAndAdd} does, and looks for nothing: for those that are known from before. */
    public void add(UUID connector, UUID ticket, String cleanedText, Instant at) {
        Wording wording = Wording.of(cleanedText);
        boolean added = false;
        while (!added) {
            added = window(connector).add(ticket, at, wording);
        }
        makeRoom();
    }

    /** What is compared of a text: its beginning, which does not end with half a character. */
    public static String compared(String text) {
        if (text.length() <= COMPARED) {
            return text;
        }
        boolean splits = Character.isHighSurrogate(text.charAt(COMPARED - 1));
        return text.substring(0, splits ? COMPARED - 1 : COMPARED);
    }

    /** What is held takes that much memory, roughly. */
    long bytes() {
        return bytes.get();
    }

    /** How many tickets of a connector are held. */
    int size(UUID connector) {
        synchronized (windows) {
            return windows.containsKey(connector) ? windows.get(connector).size() : 0;
        }
    }

    private Window window(UUID connector) {
        synchronized (windows) {
            return windows.computeIfAbsent(connector, unknown -> new Window(ticketsPerConnector, bytes));
        }
    }

    private void makeRoom() {
        synchronized (windows) {
            Iterator<Window> leastRecentlyUsed = windows.values().iterator();
            while (windows.size() > connectors || bytes.get() > mostBytes && windows.size() > 1) {
                Window window = leastRecentlyUsed.next();
                leastRecentlyUsed.remove();
                window.close();
            }
        }
    }
}
