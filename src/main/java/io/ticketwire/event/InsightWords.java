package io.ticketwire.event;

import java.util.List;

/** The words of an {@link Insight} on the wire, each list from the least to the most. */
public final class InsightWords {

    /** How a customer feels. */
    public static final List<String> SENTIMENTS =
            List.of("very_negative", "negative", "neutral", "positive", "very_positive");

    /** How a customer treats us. */
    public static final List<String> HOSTILITIES = List.of("none", "frustrated", "hostile");

    private InsightWords() {}

    /** A sentiment as a number from -2 (very negative) to 2 (very positive); a word that is not known is neutral. */
    public static int sentimentLevel(String label) {
        int place = SENTIMENTS.indexOf(label);
        return place < 0 ? 0 : place - 2;
    }

    /** A hostility as a number from 0 (none) to 2 (hostile); a word that is not known is none. */
    public static int hostilityLevel(String level) {
        return Math.max(0, HOSTILITIES.indexOf(level));
    }
}
