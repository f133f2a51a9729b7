package io.ticketwire.intelligence.escalation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.ticketwire.event.Insight;

/**
 * Says how much speaks for handing a ticket up, and when to do so. A sum of {@link Weights}, not a probability: 50 isn't "every
 * second time".
 *
 * @param threshold the score from which a ticket is escalated, from 1 to 100
 */
public record EscalationPolicy(int threshold) {

    private static final int HIGHEST = 100;
    private static final int A_FALL = 2;

    public EscalationPolicy {
        if (threshold < 1 || threshold > HIGHEST) {
            throw new IllegalArgumentException("A threshold is from 1 to 100: " + threshold);
        }
    }

    /** From 0 to 100, with the reasons, heaviest first. */
    public Insight.Escalation score(Facts facts) {
        List<Reason> reasons = Weights.of(facts).stream()
                .sorted(Comparator.comparingInt(Reason::points).reversed())
                .toList();
        int sum = reasons.stream().mapToInt(Reason::points).sum();
        return new Insight.Escalation(
                Math.min(HIGHEST, sum), reasons.stream().map(Reason::words).toList());
    }

    /**
     * Why the ticket is to be escalated, in one sentence; empty if it isn't.
     *
     * @param scored by {@link #score} of the same facts
     */
    public Optional<String> escalate(Facts facts, Insight.Escalation scored) {
        if (facts.hostility().equals("hostile")) {
            return Optional.of("The message is hostile.");
        }
        if (facts.hostility().equals("frustrated") && facts.fall() >= A_FALL) {
            return Optional.of("The customer is frustrated, and the sentiment fell by " + facts.fall() + " levels.");
        }
        if (scored.score() >= threshold) {
            return Optional.of("The escalation score is " + scored.score() + " of 100: "
                    + String.join(", ", scored.reasons()) + ".");
        }
        return Optional.empty();
    }
}
