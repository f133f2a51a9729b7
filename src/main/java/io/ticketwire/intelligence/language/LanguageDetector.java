package io.ticketwire.intelligence.language;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Which language a text is in: by its script where that is enough, else by a linear model of its words and characters.
 */
public final class LanguageDetector {

    private final Head head;

    /** @param head whose labels are codes of languages in Latin script */
    public LanguageDetector(Head head) {
        this.head = head;
    }

    /** The most probable language; {@code und} with confidence 0 where there is nothing to go by. */
    public Insight.Language detect(Tokens tokens) {
        Script script = Script.of(tokens);
        return switch (script) {
            case LATIN -> latin(tokens);
            case ARABIC -> new Insight.Language(Language.AR.code(), 0.95);
            case DEVANAGARI -> new Insight.Language(Language.HI.code(), 0.95);
            case OTHER -> new Insight.Language(Language.UND.code(), 0);
        };
    }

    private Insight.Language latin(Tokens tokens) {
        Features features = new Features();
        LanguageFeatures.extract(tokens, features);
        float[] probabilities = head.read(features);
        int best = Head.best(probabilities);
        float confidence = head.confidences(probabilities)[best];
        return new Insight.Language(head.labels().get(best), Math.round(confidence * 1_000) / 1_000.0);
    }

    private enum Script {
        LATIN,
        ARABIC,
        DEVANAGARI,
        OTHER;

        static Script of(Tokens tokens) {
            int[] letters = new int[values().length];
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.is(i, TokenKind.WORD)) {
                    letters[ofLetter(tokens.folded()[tokens.start(i)]).ordinal()] += tokens.end(i) - tokens.start(i);
                }
            }
            Script most = OTHER;
            for (Script script : values()) {
                most = letters[script.ordinal()] > letters[most.ordinal()] ? script : most;
            }
            return most;
        }

        private static Script ofLetter(char letter) {
            if (letter < 0x250 || letter >= 0x1e00 && letter < 0x1f00) {
                return LATIN;
            }
            if (letter >= 0x600 && letter < 0x780
                    || letter >= 0xfb50 && letter < 0xfe00
                    || letter >= 0xfe70 && letter < 0xff00) {
                return ARABIC;
            }
            return letter >= 0x900 && letter < 0x980 ? DEVANAGARI : OTHER;
        }
    }
}
