package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was before a message, as far as it bears on how it is judged.
 *
 * @param inTicket what was read in its ticket, oldest first; the clocks of a source need not agree, so it is not compared
 *     with the message's own time
 * @param contacts how often the customer has turned to us within the window, this time included
 * @param reopened how often the ticket was worked on again after it was done
 * @param waiting since the customer's first message that no agent has answered; zero if this is it
 * @param ticketKnown whether the ticket itself was ever seen: a reply can come before it
 */
public record Past(List<Read> inTicket, int contacts, int reopened, Duration waiting, boolean ticketKnown) {

    /** Nothing was before: the first message of a customer, or one that belongs to no ticket. */
    public static final Past NOTHING = new Past(List.of(), 1, 0, Duration.ZERO, false);

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
        others.remove(origin.eventId());
        List<Read> all = others.values().stream()
                .sorted(Comparator.comparing(read -> read.origin().at()))
                .toList();
        List<Read> inTicket = all.stream()
                .filter(read -> read.origin().ticketId().equals(origin.ticketId()))
                .toList();
        return new Past(
                inTicket,
                Contacts.count(origin, words, all, window),
                before.reopened(),
                waiting(origin.at(), inTicket, before.answeredAt()),
                before.ticketKnown());
    }

    private static Duration waiting(Instant now, List<Read> inTicket, Instant answeredAt) {
        return inTicket.stream()
                .map(read -> read.origin().at())
                .filter(at -> answeredAt == null || at.isAfter(answeredAt))
                .findFirst()
                .filter(first -> first.isBefore(now))
                .map(first -> Duration.between(first, now))
                .orElse(Duration.ZERO);
    }

    /** The sentiments of the ticket's messages, oldest first, from -2 to 2. */
    public List<Integer> sentiments() {
        return inTicket.stream().map(Read::sentiment).toList();
    }

    /** How a sentiment stands to the ticket's last: falling, steady or rising; null if there is no last. */
    public String trend(int sentiment) {
        if (inTicket.isEmpty()) {
            return null;
        }
        int change = sentiment - inTicket.get(inTicket.size() - 1).sentiment();
        return change < 0 ? "falling" : change > 0 ? "rising" : "steady";
    }
}
