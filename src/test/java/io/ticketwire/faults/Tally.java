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

    /** A delivery from when its event was sent until it can't be made again any more. */
    private record Life(Instant begin, Instant end) {
        boolean meets(Instant from, Instant until) {
            return !begin.isAfter(until) && !end.isBefore(from);
        }
    }

    /**
     * Judges.
     *
     * @param accepted events whose sender heard of a 200, and when they were sent
     * @param unheard the attempts that failed for the gateway although the receiver may have answered a 200: too late, say
     * @param reach for how long after its 200 a delivery is under way while nothing is wrong
     */
    static Tally of(
            Map<UUID, Instant> accepted,
            Collection<UUID> endpoints,
            Collection<Answer> answers,
            Set<Attempted> unheard,
            List<Injected> faults,
            Duration reach) {
        Map<UUID, Instant> expected = new HashMap<>();
        accepted.forEach((event, at) -> endpoints.forEach(endpoint -> expected.put(Ids.delivery(event, endpoint), at)));
        Map<UUID, List<Answer>> answered = byDelivery(answers);
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
            List<Answer> all = delivery.getValue();
            // Of one that nobody asked for only the end is known: it began with the request, not long before.
            Instant begin =
                    expected.getOrDefault(delivery.getKey(), all.get(0).at().minus(reach));
            long excuses = unheard(all, unheard)
                    + faults.stream()
                            .filter(fault -> mayRepeat(fault, life(begin, all, faults, reach), reach))
                            .count();
            bound += excuses;
            duplicates += all.size() - 1;
            ofRetries += (int)
                    all.stream().skip(1).filter(answer -> answer.attempt() > 1).count();
            mostOften = Math.max(mostOften, all.size());
            if (all.size() - 1 > excuses) {
                unexplained.add(delivery.getKey());
            }
        }
        return new Tally(lost, duplicates, ofRetries, mostOften, unexplained, bound, unasked.size());
    }

    private static Map<UUID, List<Answer>> byDelivery(Collection<Answer> answers) {
        Map<UUID, List<Answer>> answered = new HashMap<>();
        answers.forEach(answer -> answered.computeIfAbsent(answer.delivery(), id -> new ArrayList<>())
                .add(answer));
        answered.values().forEach(each -> each.sort(Comparator.comparing(Answer::at)));
        return answered;
    }

    private static long unheard(List<Answer> answers, Set<Attempted> unheard) {
        return answers.stream()
                .map(answer -> new Attempted(answer.delivery(), answer.attempt()))
                .distinct()
                .filter(unheard::contains)
                .count();
    }

    /** What repeats a delivery happens before its last but one 200 is settled; after the last one nothing came. */
    private static Life life(Instant begin, List<Answer> answers, List<Injected> faults, Duration reach) {
        return new Life(
                begin, settled(answers.get(Math.max(0, answers.size() - 2)).at(), faults, reach));
    }

    /** While the broker is away or the gateway stands still no offset is committed. */
    private static Instant settled(Instant answered, List<Injected> faults, Duration reach) {
        Instant settled = answered.plus(reach);
        List<Injected> byTime = faults.stream()
                .filter(fault -> fault.kind().repeats == Repeats.UNTIL_SETTLED)
                .sorted(Comparator.comparing(Injected::begin))
                .toList();
        for (Injected fault : byTime) {
            Instant again = fault.over().plus(reach);
            if (!fault.begin().isAfter(settled) && again.isAfter(settled)) {
                settled = again;
            }
        }
        return settled;
    }

    private static boolean mayRepeat(Injected fault, Life life, Duration reach) {
        Repeats repeats = fault.kind().repeats;
        Instant until =
                repeats == Repeats.AT_ONCE ? fault.begin() : fault.over().plus(reach);
        return repeats != Repeats.NOTHING && life.meets(fault.begin(), until);
    }
}
