package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.intelligence.escalation.Trend;

/**
 * What was before a message, as far as it bears on how it is judged.
 *
 * @param inTicket what was read in its ticket, oldest first; the clocks of a source need not agree, so it is not compared
 *     with the message's own time
 * @param contacts how often the customer has turned to us within the window, this time included
 * @param window how far back that was counted
 * @param reopened how often the ticket was worked on again after it was done
 * @param waiting since the customer's first message that no agent has answered; zero if this is it
 * @param ticketKnown whether the ticket itself was ever seen: a reply can come before it
 * @param own what was made of the message itself when it was read before; null if it is read for the first time
 */
public record Past(
        List<Read> inTicket,
        int contacts,
        Duration window,
        int reopened,
        Duration waiting,
        boolean ticketKnown,
        Read own) {

    /** Nothing was before: the first message of a customer, or one that belongs to no ticket. */
    public static final Past NOTHING = new Past(List.of(), 1, Duration.ZERO, 0, Duration.ZERO, false, null);

    /**
     * Puts together what is stored and what was read a moment ago.
     *
     * @param words of the message, see {@link Read#words}
     * @param recent of the ticket or the customer; counts where both know of a message
     */
    public static Past of(Origin origin, Long words, Before before, Collection<Read> recent, Duration window) {
        Map<UUID, Read> others = new LinkedHashMap<>();
        before.reads().forEach(read -> others.put(read.eventId(), read));
        recent.forEach(read -> others.put(read.eventId(), read));
        Read own = others.remove(origin.eventId());
        List<Read> all = others.values().stream()
                .sorted(Comparator.comparing(read -> read.origin().at()))
                .toList();
        List<Read> inTicket = all.stream()
                .filter(read -> read.origin().ticketId().equals(origin.ticketId()))
                .toList();
        return new Past(
                inTicket,
                Contacts.count(origin, words, all, window),
                window,
                before.reopened(),
                waiting(origin.at(), inTicket, before.answeredAt()),
                before.ticketKnown(),
                own);
    }

    private static Duration waiting(Instant now, List<Read> inTicket, Instant answeredAt) {
        return inTicket.stream()
                .filter(Read::isMessage)
                .map(read -> read.origin().at())
                .filter(at -> answeredAt == null || at.isAfter(answeredAt))
                .findFirst()
                .filter(first -> first.isBefore(now))
                .map(first -> Duration.between(first, now))
                .orElse(Duration.ZERO);
    }

    /** Where the ticket's feeling goes with this sentiment; null if it is the ticket's first. */
    public Trend trend(int sentiment) {
        return Trend.of(sentiments(), sentiment);
    }

    /** By how many levels this sentiment is below those before it, see {@link Trend#fall}. */
    int fall(int sentiment) {
        return Trend.fall(sentiments(), sentiment);
    }

    private List<Integer> sentiments() {
        return inTicket.stream().filter(Read::isMessage).map(Read::sentiment).toList();
    }
}
