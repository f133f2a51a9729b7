package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketwire.event.Correspondence;
import io.ticketwire.event.Ids;
import io.ticketwire.event.TicketStatus;

/**
 * Which tickets messages lead to, as far as one batch needs to know. It grows with the batch, so the second message of a
 * thread finds the ticket that the first one has made a moment ago.
 */
final class Threads {

    /** What led to a ticket, in the order in which they count. */
    enum Lead {
        /** The message was there already. */
        ITSELF,
        ANSWER,
        TICKET_ID,
        TICKET_NUMBER,
        CONVERSATION
    }

    /** The ticket that a message belongs to. */
    record Found(UUID ticketId, Lead by) {}

    /**
     * Where a key leads.
     *
     * @param content of the message; null if the key is a conversation's
     * @param saidAt when the last message came, by our clock
     */
    record Thread(UUID ticketId, UUID content, Instant saidAt) {}

    private final Map<UUID, Thread> threads;
    private final Map<String, UUID> numbers;
    private final Duration window;

    /** In the order of their keys: whoever writes them does so in one order. */
    final Map<UUID, Thread> changed = new TreeMap<>();

    /**
     * @param threads those that are known of the batch's {@link #keys}; grows with the batch
     * @param numbers tickets by the numbers that the batch's messages name
     * @param window how long a conversation goes on without a word
     */
    Threads(Map<UUID, Thread> threads, Map<String, UUID> numbers, Duration window) {
        this.threads = new HashMap<>(threads);
        this.numbers = numbers;
        this.window = window;
    }

    /** Everything by which these messages may be led to a ticket, or lead others. */
    static Set<UUID> keys(List<Received> messages) {
        Set<UUID> keys = new LinkedHashSet<>();
        for (Received message : messages) {
            Stream.concat(message.ids().stream(), message.correspondence().answers().stream())
                    .flatMap(id -> keys(message, id))
                    .forEach(keys::add);
            keys.add(conversationKey(message));
        }
        keys.remove(null);
        return keys;
    }

    /** Every ticket that these messages may be led to or become. */
    Set<UUID> tickets(List<Received> messages) {
        Set<UUID> tickets = new LinkedHashSet<>(numbers.values());
        threads.values().forEach(thread -> tickets.add(thread.ticketId()));
        messages.forEach(message -> {
            message.externalIds().forEach(id -> tickets.add(message.ticketId(id)));
            tickets.addAll(message.correspondence().ticketIds());
        });
        return tickets;
    }

    /** The ticket that a message belongs to: the first that its leads lead to, and that takes more. */
    Optional<Found> find(Received message, Map<UUID, Known> tickets) {
        Optional<Found> itself = repeated(message);
        if (itself.isPresent()) {
            return itself;
        }
        Correspondence says = message.correspondence();
        Stream<Found> answers = Stream.concat(
                        known(message, message.ids())
                                .filter(thread -> mayRepeat(message, tickets.get(thread.ticketId()))),
                        known(message, says.answers()))
                .map(thread -> new Found(thread.ticketId(), Lead.ANSWER));
        Stream<Found> others = Stream.of(
                        says.ticketIds().stream().map(id -> new Found(id, Lead.TICKET_ID)),
                        says.ticketNumbers().stream()
                                .map(numbers::get)
                                .filter(Objects::nonNull)
                                .map(id -> new Found(id, Lead.TICKET_NUMBER)),
                        Stream.ofNullable(conversation(message))
                                .map(thread -> new Found(thread.ticketId(), Lead.CONVERSATION)))
                .flatMap(lead -> lead);
        return Stream.concat(answers, message.written() ? others : Stream.empty())
                .filter(found -> takesMore(tickets.get(found.ticketId()), found.by()))
                .findFirst();
    }

    /**
     * How many tickets these messages may make, at most.
     *
     * @param changing tickets of which it can't be said yet whether they will take more
     */
    long mayMake(List<Received> messages, Map<UUID, Known> tickets, Set<UUID> changing) {
        return messages.stream()
                .filter(Received::makesTicket)
                .filter(message -> find(message, tickets)
                        .filter(found -> !changing.contains(found.ticketId()))
                        .isEmpty())
                .count();
    }

    /** The same words under the same id: a mail to two of our addresses, say. An id alone is no proof; some mailers repeat theirs. */
    private Optional<Found> repeated(Received message) {
        UUID content = message.content();
        return known(message, message.ids())
                .filter(thread -> content.equals(thread.content()))
                .map(thread -> new Found(thread.ticketId(), Lead.ITSELF))
                .findFirst();
    }

    /** A mail's id is its sender's to choose: under one of another's mails it does not get to that one's ticket. */
    private static boolean mayRepeat(Received message, Known known) {
        return !message.isMail() || known != null && message.isFromCustomerOf(known.ticket());
    }

    private Stream<Thread> known(Received message, List<String> ids) {
        return ids.stream().flatMap(id -> keys(message, id)).map(threads::get).filter(Objects::nonNull);
    }

    private Thread conversation(Received message) {
        Thread thread = threads.get(conversationKey(message));
        return thread == null
                        || thread.saidAt().plus(window).isBefore(message.event().receivedAt())
                ? null
                : thread;
    }

    /**
     * A ticket of a platform takes what is meant for it; that somebody speaks again is no sign that he means one that is over.
     * A ticket of ours takes more until it is closed, because it can be reopened.
     */
    private static boolean takesMore(Known known, Lead by) {
        if (known == null || known.deleted()) {
            return false;
        }
        String status = known.ticket().status();
        return known.ofMessage()
                ? !TicketStatus.CLOSED.equals(status)
                : by != Lead.CONVERSATION || !TicketStatus.finished(status);
    }

    /** From here on, what refers to the message or goes on with its conversation leads to the ticket. */
    void remember(Received message, UUID ticketId) {
        Instant now = message.event().receivedAt();
        UUID content = message.content();
        message.ids().forEach(id -> put(keyTo(ticketId, message, id), new Thread(ticketId, content, now)));
        UUID conversation = conversationKey(message);
        if (conversation != null) {
            put(conversation, new Thread(ticketId, null, now));
        }
    }

    private void put(UUID key, Thread thread) {
        threads.put(key, thread);
        changed.put(key, thread);
    }

    /** An id goes on leading to where it led first. Whoever uses it for something else is led there alone. */
    private UUID keyTo(UUID ticketId, Received message, String id) {
        UUID key = key(message, id);
        Thread first = threads.get(key);
        return first == null || first.ticketId().equals(ticketId) ? key : keyOfSender(message, id);
    }

    /** By which an id may be known, the nearest first. */
    private static Stream<UUID> keys(Received message, String id) {
        return Stream.of(keyOfSender(message, id), key(message, id));
    }

    private static UUID keyOfSender(Received message, String id) {
        return Ids.of(key(message, id), "from:" + message.from());
    }

    private static UUID key(Received message, String id) {
        return Ids.of(message.connectorId(), "message:" + id);
    }

    private static UUID conversationKey(Received message) {
        String conversation = message.correspondence().conversation();
        return conversation == null ? null : Ids.of(message.connectorId(), "conversation:" + conversation);
    }
}
