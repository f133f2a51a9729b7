package io.ticketwire.intelligence.analysis;

import java.util.List;

import io.ticketwire.event.Insight;

/** From probabilities to a label of five and a score. */
final class SentimentScale {

    /** Of the head, in its order. */
    static final List<String> LABELS = List.of("negative", "neutral", "positive");

    private SentimentScale() {}

    /**
     * @param polarity of negative, neutral and positive, in this order
     * @param confidences in the same order
     * @param strong how probable it is that the feeling, if there is one, is strong
     */
    static Insight.Sentiment of(float[] polarity, float[] confidences, float strong) {
        double score = (polarity[2] - polarity[0]) * (0.6 + 0.4 * strong);
        if (polarity[1] >= polarity[0] && polarity[1] >= polarity[2]) {
            return new Insight.Sentiment(round(score), "neutral", round(confidences[1]), null);
        }
        boolean bad = polarity[0] > polarity[2];
        String label = (strong >= 0.5 ? "very_" : "") + (bad ? "negative" : "positive");
        return new Insight.Sentiment(round(score), label, round(confidences[bad ? 0 : 2]), null);
    }

    static double round(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
