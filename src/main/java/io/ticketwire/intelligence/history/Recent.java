package io.ticketwire.intelligence.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What this process has read last, so that two messages that come at once know of each other although neither is stored yet.
 * The oldest is forgotten first: at about 400 bytes each, 5,000 take 2 MB.
 */
public final class Recent {

    /** Of one ticket or customer, so that a message takes the same time however many there were before it. */
    private static final int MOST_OF_ONE = 100;

    private record Customer(UUID connectorId, String address) {}

    private final int most;
    private final Map<UUID, Read> byEvent = new LinkedHashMap<>();
    /** Tickets and customers to the events of what was read of them. */
    private final Map<Object, Set<UUID>> bySubject = new HashMap<>();

    /** @param most how many are remembered */
    public Recent(int most) {
        this.most = most;
    }

    /** Remembers; in place of what was read of the same event before. */
    public synchronized void add(Read read) {
        forget(read.eventId());
        byEvent.put(read.eventId(), read);
        subjects(read.origin())
                .forEach(subject -> add(bySubject.computeIfAbsent(subject, ignored -> new LinkedHashSet<>()), read));
        if (byEvent.size() > most) {
            forget(byEvent.keySet().iterator().next());
        }
    }

    private static void add(Set<UUID> events, Read read) {
        events.add(read.eventId());
        if (events.size() > MOST_OF_ONE) {
            events.remove(events.iterator().next());
        }
    }

    /** Of the same ticket, or of the same customer. */
    public synchronized Collection<Read> about(Origin origin) {
        return subjects(origin)
                .flatMap(subject -> bySubject.getOrDefault(subject, Set.of()).stream())
                .distinct()
                .map(byEvent::get)
                .collect(Collectors.toList());
    }

    private void forget(UUID eventId) {
        Read read = byEvent.remove(eventId);
        if (read != null) {
            subjects(read.origin())
                    .forEach(subject -> bySubject.computeIfPresent(subject, (ignored, events) -> {
                        events.remove(eventId);
                        return events.isEmpty() ? null : events;
                    }));
        }
    }

    private static Stream<Object> subjects(Origin origin) {
        return origin.customer() == null || origin.connectorId() == null
                ? Stream.of(origin.ticketId())
                : Stream.of(origin.ticketId(), new Customer(origin.connectorId(), origin.customer()));
    }
}
