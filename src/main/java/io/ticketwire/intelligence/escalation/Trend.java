package io.ticketwire.intelligence.escalation;

import java.util.List;
import java.util.Locale;

/** Where the feeling of a ticket's messages is going. Of sentiments as levels, from -2 (very negative) to 2 (very positive). */
public enum Trend {
    FALLING,
    STEADY,
    RISING;

    /** So many messages before the last count. */
    private static final int WINDOW = 3;

    /** A level within three messages: less is chance. */
    private static final double NOTICEABLE = 2.0 / 3;

    /**
     * The trend of a message: its sentiment against the mean of up to three before it; null if there is none before it.
     *
     * @param before oldest first
     */
    public static Trend of(List<Integer> before, int now) {
        if (before.isEmpty()) {
            return null;
        }
        double change =
                now - latest(before).stream().mapToInt(level -> level).average().orElseThrow();
        return Math.abs(change) < NOTICEABLE ? STEADY : change < 0 ? FALLING : RISING;
    }

    /**
     * By how many levels a message is below the best of up to three before it; 0 unless it is below the one just before it, so
     * that a fall is told once.
     *
     * @param before oldest first
     */
    public static int fall(List<Integer> before, int now) {
        if (before.isEmpty() || now >= before.get(before.size() - 1)) {
            return 0;
        }
        return latest(before).stream().mapToInt(level -> level).max().orElseThrow() - now;
    }

    private static List<Integer> latest(List<Integer> levels) {
        return levels.subList(Math.max(0, levels.size() - WINDOW), levels.size());
    }

    /** As {@link io.ticketwire.event.Insight.Sentiment} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
