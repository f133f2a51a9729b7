package io.ticketwire.intelligence.analysis;

import java.util.List;

import io.ticketwire.event.Insight;

/** From probabilities to a priority. */
final class UrgencyScale {

    /** Those that a head may have. */
    static final List<String> LABELS = List.of("low", "medium", "high", "urgent");

    private UrgencyScale() {}

    /**
     * High and urgent are the same question asked twice, and stand together before one of them is chosen.
     *
     * @param labels low, medium, high and urgent in any order; a model that was taught on one's own tickets may lack some
     * @param confidences in the same order
     */
    static Insight.Urgency of(List<String> labels, float[] probabilities, float[] confidences) {
        float low = of("low", labels, probabilities);
        float medium = of("medium", labels, probabilities);
        float high = of("high", labels, probabilities);
        float urgent = of("urgent", labels, probabilities);
        if (high + urgent > low && high + urgent > medium) {
            float confidence = of("high", labels, confidences) + of("urgent", labels, confidences);
            return urgency(urgent > high ? "urgent" : "high", confidence);
        }
        String priority = low > medium ? "low" : "medium";
        return urgency(priority, of(priority, labels, confidences));
    }

    private static Insight.Urgency urgency(String priority, float confidence) {
        return new Insight.Urgency(priority, SentimentScale.round(confidence), null);
    }

    private static float of(String label, List<String> labels, float[] probabilities) {
        int place = labels.indexOf(label);
        return place < 0 ? 0 : probabilities[place];
    }
}
