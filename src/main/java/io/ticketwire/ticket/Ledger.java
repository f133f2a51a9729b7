package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Repeat;

/**
 * Which inbound records were dealt with, as far as one batch needs to know.
 *
 * <p>A record is told from another one by its event id and the time at which the ingress received it: the same pair again
 * is the same record, read from the broker once more.
 */
final class Ledger {

    /**
     * One record that was dealt with.
     *
     * @param rejected it had no effect: if its sender repeats it, it gets another chance
     */
    record Entry(UUID eventId, Instant receivedAt, boolean rejected) {}

    private record Read(UUID eventId, Instant receivedAt) {}

    private final Set<Read> read = new HashSet<>();
    private final Set<UUID> used;
    private final Map<UUID, Instant> latest = new HashMap<>();
    private final Duration bodyWindow;

    /**
     * @param entries those of the batch's event ids that are remembered
     * @param used those of the batch's event ids that an event has already, remembered or not
     */
    Ledger(Iterable<Entry> entries, Set<UUID> used, Duration bodyWindow) {
        this.used = used;
        this.bodyWindow = bodyWindow;
        entries.forEach(this::add);
    }

    /** Remembers a record. */
    void add(Entry entry) {
        read.add(new Read(entry.eventId(), entry.receivedAt()));
        if (!entry.rejected()) {
            latest.merge(entry.eventId(), entry.receivedAt(), (a, b) -> a.isAfter(b) ? a : b);
        }
    }

    /** The same record read from the broker again, or a later record under an id that its sender gave once already. */
    boolean processed(Inbound inbound) {
        return read.contains(new Read(inbound.event().id(), inbound.event().receivedAt()))
                || inbound.repeat() == Repeat.BY_EVENT_ID
                        && latest.containsKey(inbound.event().id());
    }

    /** An equal body within the window. For what has a state of its own that is no proof of a repeat: see there. */
    boolean repeatedBody(Inbound inbound) {
        Instant last = latest.get(inbound.event().id());
        return last != null
                && Duration.between(last, inbound.event().receivedAt()).abs().compareTo(bodyWindow) <= 0;
    }

    /** The id of what is to be told: the record's own, or a new one if an equal body has used that before. */
    UUID freshId(Inbound inbound) {
        UUID id = inbound.event().id();
        return latest.containsKey(id) || used.contains(id)
                ? Ids.of(id, inbound.event().receivedAt().toString())
                : id;
    }

    static Entry entry(Inbound inbound, boolean rejected) {
        return new Entry(inbound.event().id(), inbound.event().receivedAt(), rejected);
    }
}
