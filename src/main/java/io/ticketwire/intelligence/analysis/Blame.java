package io.ticketwire.intelligence.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Which words made a head answer as it did: the weight of each feature goes back to the words that it was read from. Exact, as a
 * linear head's score is nothing but the sum of these.
 */
final class Blame {

    /** Of what the strongest word has, a word must have so much to be named. */
    private static final float WORTH_NAMING = 0.35f;

    private static final float LEAST = 0.02f;

    /** A run of words with what they weigh together; places are those of the tokens' text. */
    record Span(int start, int end, double weight) {}

    private final Tokens tokens;
    private final Features features;
    /** Of each feature the tokens that it was read from; none where the first is -1. */
    private final int[] firsts;

    private final int[] lasts;

    Blame(Tokens tokens, Features features) {
        this.tokens = tokens;
        this.features = features;
        this.firsts = new int[features.size()];
        this.lasts = new int[features.size()];
        place(tokenAt(tokens));
    }

    private void place(int[] tokenAt) {
        for (int i = 0; i < firsts.length; i++) {
            boolean somewhere = features.end(i) > features.start(i);
            lasts[i] = somewhere ? tokenAt[features.end(i) - 1] : -1;
            firsts[i] = somewhere && tokenAt[features.start(i)] <= lasts[i] ? tokenAt[features.start(i)] : -1;
        }
    }

    /** The words that speak most for a label and against the next likely one, strongest first. */
    List<Span> of(Head head, int label, int rival, int most) {
        float[] weights = weights(head, label, rival);
        float strongest = LEAST;
        for (float weight : weights) {
            strongest = Math.max(strongest, weight);
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            int first = i;
            double sum = 0;
            while (i < weights.length && weights[i] >= strongest * WORTH_NAMING) {
                sum += weights[i++];
            }
            if (i > first) {
                spans.add(new Span(tokens.start(first), tokens.end(i - 1), sum));
            }
        }
        spans.sort(Comparator.comparingDouble(Span::weight).reversed());
        return spans.subList(0, Math.min(most, spans.size()));
    }

    private float[] weights(Head head, int label, int rival) {
        float[] weights = new float[tokens.size()];
        for (int i = 0; i < firsts.length; i++) {
            if (firsts[i] >= 0) {
                float weight = head.contribution(features, i, label, rival);
                if (firsts[i] == lasts[i]) {
                    weights[firsts[i]] += weight;
                } else {
                    spread(weight, weights, firsts[i], lasts[i]);
                }
            }
        }
        return weights;
    }

    /** A feature of several words is each one's to the same part. */
    private void spread(float weight, float[] weights, int first, int last) {
        for (int i = first; i <= last; i++) {
            if (!tokens.is(i, TokenKind.PUNCTUATION)) {
                weights[i] += weight / (last - first + 1);
            }
        }
    }

    /** For each character the token that it is in, or -1. */
    private static int[] tokenAt(Tokens tokens) {
        int[] tokenAt = new int[tokens.text().length()];
        Arrays.fill(tokenAt, -1);
        for (int i = 0; i < tokens.size(); i++) {
            Arrays.fill(tokenAt, tokens.start(i), tokens.end(i), i);
        }
        return tokenAt;
    }
}
