package io.ticketwire.intelligence.analysis;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.hostility.Signal;
import io.ticketwire.intelligence.hostility.SignalKind;

/**
 * From what the head says and what the rules found to a level: the thin layer over the head. A linear head can't know that one
 * insult in a long polite letter is an insult; the rules can't know scorn without a word for it.
 *
 * @param hostile the score from which on a message is hostile
 * @param frustrated from which on it is at least frustrated
 */
record HostilityScale(double hostile, double frustrated) {

    /** Of the head, in its order. */
    static final List<String> LABELS = List.of("none", "frustrated", "hostile");

    /** What they find is aimed at us: hostile whatever the head says, since in a long letter it overhears a single insult. */
    private static final Set<SignalKind> AIMED = EnumSet.of(
            SignalKind.INSULT_AT_PERSON,
            SignalKind.PROFANITY_AT_WORK,
            SignalKind.TELL_OFF,
            SignalKind.THREAT,
            SignalKind.CONTEMPT,
            SignalKind.HOSTILE_EMOJI);

    /** How sure a rule is by itself. */
    private static final double RULE = 0.5;

    /** @param probabilities of none, frustrated and hostile */
    Insight.Hostility of(float[] probabilities, List<Signal> signals) {
        boolean aimed = signals.stream().anyMatch(signal -> AIMED.contains(signal.kind()));
        double atLeastFrustrated = probabilities[1] + probabilities[2];
        if (isMoodOnly(signals)) {
            return belowHostile(0, atLeastFrustrated);
        }
        double score = aimed ? 1 - (1 - probabilities[2]) * (1 - RULE) : probabilities[2];
        if (score >= hostile) {
            return level("hostile", score, score);
        }
        return belowHostile(score, Math.max(score, atLeastFrustrated));
    }

    /** Who only rolls his eyes is weary of us: that insults nobody, whatever the head has seen beside such a face. */
    private static boolean isMoodOnly(List<Signal> signals) {
        return signals.stream().anyMatch(signal -> signal.kind() == SignalKind.MOOD_ONLY);
    }

    private Insight.Hostility belowHostile(double score, double atLeastFrustrated) {
        return atLeastFrustrated >= frustrated
                ? level("frustrated", score, atLeastFrustrated - score)
                : level("none", score, 1 - atLeastFrustrated);
    }

    private static Insight.Hostility level(String level, double score, double confidence) {
        return new Insight.Hostility(level, SentimentScale.round(score), SentimentScale.round(confidence));
    }
}
