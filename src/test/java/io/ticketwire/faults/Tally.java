package io.ticketwire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.ticketwire.event.Ids;
import io.ticketwire.faults.FaultKind.Repeats;

/**
 * What a run has come to.
 *
 * @param lost deliveries of accepted events that no receiver has answered with a 200
 * @param duplicates answers with a 200 beyond the first of each delivery
 * @param ofRetries those of them that were no first attempt
 * @param mostOften the most 200s that one delivery got
 * @param unexplained deliveries that came again more often than they were under way when something went wrong
 * @param bound how many duplicates there may be: what was under way, summed over the faults
 * @param unasked deliveries of events whose sender did not hear of a 200
 */
record Tally(
        Set<UUID> lost, int duplicates, int ofRetries, int mostOften, Set<UUID> unexplained, long bound, int unasked) {

    /** A delivery from the acceptance of its event to its first 200. */
    private record Life(Instant begin, Instant end) {
        boolean meets(Instant from, Instant until) {
            return !begin.isAfter(until) && !end.isBefore(from);
        }
    }

    /**
     * Judges.
     *
     * @param reach for how long after its 200 a delivery is under way: until its offset is committed
     */
    static Tally of(
            Map<UUID, Instant> accepted,
            Collection<UUID> endpoints,
            Collection<Answer> answers,
            List<Injected> faults,
            Duration reach) {
        Map<UUID, List<Answer>> answered = new HashMap<>();
        answers.forEach(answer -> answered.computeIfAbsent(answer.delivery(), id -> new ArrayList<>())
                .add(answer));
        answered.values().forEach(each -> each.sort(Comparator.comparing(Answer::at)));
        Map<UUID, Instant> expected = new HashMap<>();
        accepted.forEach((event, at) -> endpoints.forEach(endpoint -> expected.put(Ids.delivery(event, endpoint), at)));

        Set<UUID> lost = new LinkedHashSet<>(expected.keySet());
        lost.removeAll(answered.keySet());
        Set<UUID> unasked = new HashSet<>(answered.keySet());
        unasked.removeAll(expected.keySet());
        Set<UUID> unexplained = new LinkedHashSet<>();
        int duplicates = 0;
        int ofRetries = 0;
        int mostOften = 0;
        long bound = 0;
        for (Map.Entry<UUID, List<Answer>> delivery : answered.entrySet()) {
            List<Answer> times = delivery.getValue();
            // Of one that nobody asked for only the end is known: it began with the request, at most a time-out
            // earlier.
            Instant begin =
                    expected.getOrDefault(delivery.getKey(), times.get(0).at().minus(reach));
            Life life = new Life(begin, times.get(0).at());
            long met = faults.stream()
                    .filter(fault -> mayRepeat(fault, life, reach))
                    .count();
            bound += met;
            duplicates += times.size() - 1;
            ofRetries += (int) times.stream()
                    .skip(1)
                    .filter(answer -> answer.attempt() > 1)
                    .count();
            mostOften = Math.max(mostOften, times.size());
            if (times.size() - 1 > met) {
                unexplained.add(delivery.getKey());
            }
        }
        return new Tally(lost, duplicates, ofRetries, mostOften, unexplained, bound, unasked.size());
    }

    private static boolean mayRepeat(Injected fault, Life life, Duration reach) {
        Repeats repeats = fault.kind().repeats;
        Instant until =
                repeats == Repeats.AT_ONCE ? fault.begin() : fault.over().plus(reach);
        return repeats != Repeats.NOTHING && life.meets(fault.begin().minus(reach), until);
    }
}
