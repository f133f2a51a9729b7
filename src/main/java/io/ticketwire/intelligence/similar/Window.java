package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import io.ticketwire.event.Insight;

/** The newest tickets of one connector, each with its newest text. Lets one thread in at a time, and none once it is closed. */
final class Window {

    private static final int TOLD = 5;

    /** Duplicates before all others. */
    private static final Comparator<Neighbour> MOST_SIMILAR_FIRST = Comparator.comparing(Neighbour::isDuplicate)
            .thenComparingDouble(Neighbour::score)
            .thenComparing(Neighbour::ticket, Held.OLDEST_FIRST)
            .reversed();

    private final int most;
    private final AtomicLong bytes;
    private final Index index = new Index();
    private final Map<UUID, Held> byId = new HashMap<>();
    private final TreeSet<Held> byAge = new TreeSet<>(Held.OLDEST_FIRST);
    private boolean isClosed;

    /**
     * @param most how many tickets it holds at most
     * @param bytes counts what all windows take in memory
     */
    Window(int most, AtomicLong bytes) {
        this.most = most;
        this.bytes = bytes;
    }

    /** Whether it was added: not to a closed window. */
    synchronized boolean add(UUID id, Instant at, Wording wording) {
        if (isClosed) {
            return false;
        }
        long before = index.bytes();
        keep(arrive(id, at, wording));
        bytes.addAndGet(index.bytes() - before);
        return true;
    }

    /** Empty if the window is closed. */
    synchronized Optional<List<Insight.Similar>> findAndAdd(UUID id, Instant at, Wording wording) {
        if (isClosed) {
            return Optional.empty();
        }
        long before = index.bytes();
        Held ticket = arrive(id, at, wording);
        keep(ticket);
        bytes.addAndGet(index.bytes() - before);
        return Optional.of(similarTo(ticket));
    }

    /** What it holds is no longer counted. */
    synchronized void close() {
        isClosed = true;
        bytes.addAndGet(-index.bytes());
    }

    synchronized int size() {
        return byId.size();
    }

    /** Takes the place of what the ticket said before; but what it has said since then stays. */
    private Held arrive(UUID id, Instant at, Wording wording) {
        Held before = byId.get(id);
        if (before != null && !before.at().isAfter(at)) {
            remove(before);
        }
        return index.add(id, at, wording);
    }

    private List<Insight.Similar> similarTo(Held ticket) {
        double extent = index.extent();
        return index.candidates(ticket)
                .filter(other -> !other.id().equals(ticket.id()))
                .map(other -> new Neighbour(other, Likeness.of(ticket, other, extent)))
                .filter(Neighbour::isWorthTelling)
                .sorted(MOST_SIMILAR_FIRST)
                .limit(TOLD)
                .map(Neighbour::told)
                .toList();
    }

    private void keep(Held ticket) {
        if (byId.containsKey(ticket.id())) {
            index.remove(ticket);
            return;
        }
        byId.put(ticket.id(), ticket);
        byAge.add(ticket);
        if (byId.size() > most) {
            remove(byAge.first());
        }
    }

    private void remove(Held ticket) {
        index.remove(ticket);
        byId.remove(ticket.id());
        byAge.remove(ticket);
    }

    private record Neighbour(Held ticket, Likeness likeness) {

        boolean isDuplicate() {
            return likeness.isDuplicate();
        }

        double score() {
            return likeness.score();
        }

        boolean isWorthTelling() {
            return likeness.isWorthTelling();
        }

        Insight.Similar told() {
            return likeness.about(ticket);
        }
    }
}
