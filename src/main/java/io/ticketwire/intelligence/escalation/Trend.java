package io.ticketwire.intelligence.escalation;

import java.util.List;
import java.util.Locale;

/** Where the feeling of a ticket's messages is going. */
public enum Trend {
    FALLING,
    STEADY,
    RISING;

    /** From the worst to the best; a level is a place here. */
    private static final List<String> LABELS =
            List.of("very_negative", "negative", "neutral", "positive", "very_positive");

    /** So many messages before the last count. */
    private static final int WINDOW = 3;

    /** The trend over the sentiments of a ticket's messages, oldest first: the last against the mean of up to three before it. */
    public static Trend of(List<String> labels) {
        int size = labels.size();
        if (size < 2) {
            return STEADY;
        }
        List<String> before = labels.subList(Math.max(0, size - 1 - WINDOW), size - 1);
        double mean = before.stream().mapToInt(Trend::level).average().orElseThrow();
        double change = level(labels.get(size - 1)) - mean;
        return Math.abs(change) < 2.0 / 3 ? STEADY : change < 0 ? FALLING : RISING;
    }

    /**
     * By how many levels the last message is below the best of up to three before it; 0 unless it is below the one just before
     * it, so that a fall is told once.
     */
    public static int fall(List<String> labels) {
        int size = labels.size();
        if (size < 2 || level(labels.get(size - 1)) >= level(labels.get(size - 2))) {
            return 0;
        }
        List<String> before = labels.subList(Math.max(0, size - 1 - WINDOW), size - 1);
        return before.stream().mapToInt(Trend::level).max().orElseThrow() - level(labels.get(size - 1));
    }

    /** As {@link io.ticketwire.event.Insight.Sentiment} has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static int level(String label) {
        int level = LABELS.indexOf(label);
        if (level < 0) {
            throw new IllegalArgumentException("No sentiment: " + label);
        }
        return level;
    }
}
