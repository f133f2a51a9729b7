package io.ticketwire.intelligence.escalation;

import java.util.Comparator;
import java.util.List;

import io.ticketwire.event.Insight;

/**
 * Says how much speaks for handing a ticket up. A sum of {@link Weights}, not a probability: 50 isn't "every second time".
 */
public final class EscalationPolicy {

    /** The reason for a message with insults or threats. */
    public static final String HOSTILE = "hostile";

    /** The reason for an angry message without. */
    public static final String FRUSTRATED = "frustrated";

    /** The reason for a message that is worse than those before it. */
    public static final String FALLING = "sentiment is falling";

    private static final int HIGHEST = 100;

    private EscalationPolicy() {}

    /** From 0 to 100, with the reasons, heaviest first. */
    public static Insight.Escalation score(Facts facts) {
        List<Reason> reasons = Weights.of(facts).stream()
                .sorted(Comparator.comparingInt(Reason::points).reversed())
                .toList();
        int sum = reasons.stream().mapToInt(Reason::points).sum();
        return new Insight.Escalation(
                Math.min(HIGHEST, sum), reasons.stream().map(Reason::words).toList());
    }
}
