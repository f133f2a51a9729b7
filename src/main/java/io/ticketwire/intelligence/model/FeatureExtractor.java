package io.ticketwire.intelligence.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.ticketwire.intelligence.lexicon.ConceptClass;
import io.ticketwire.intelligence.lexicon.ConceptHit;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Makes a text's features: words and pairs of words, what is in the words (3 to 5 characters), the concepts that they stand for
 * in any language, and how it is written. Each kind is a block of its own length, whatever the length of the text, so that a few
 * telling concepts are not drowned by a thousand character sequences. A word that is said again adds nothing, nor does a greeting. A word that is denied is
 * another word, and nothing is made of what is in it.
 *
 * <p>Fills a {@link Features} that the caller keeps.
 */
public final class FeatureExtractor {

    /** Buckets of the vector. */
    public static final int BUCKETS = 1 << 17;

    private static final long WORD = 0x51ed270b35a3f1L;
    private static final long PAIR = 0x7a3b21c94d5e17L;
    private static final long NEGATED = 0x1b873593cc9e2dL;
    private static final long SEQUENCE = 0x38495ab5e6546bL;
    private static final long CONCEPT = 0x2545f4914f6cddL;
    private static final long CUE = 0x3c6ef372fe94f8L;
    private static final float WORDS = 1.0f;
    private static final float SEQUENCES = 0.8f;
    private static final float CONCEPTS = 0.9f;
    private static final float STYLE = 0.4f;
    private static final float CUES = 0.8f;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    /** Of a longer word only so much is cut into sequences. */
    private static final int WORD_LIMIT = 32;

    private FeatureExtractor() {}

    /**
     * Replaces what {@code features} held by the features of a text.
     *
     * @param hits the concepts in it
     * @param cues what rules found in it
     */
    public static void extract(Tokens tokens, List<ConceptHit> hits, List<Cue> cues, Features features) {
        features.clear();
        Seen seen = new Seen(tokens.size());
        boolean[] fresh = new boolean[tokens.size()];
        boolean[] greets = of(tokens, hits, hit -> hit.concept().kind() == ConceptClass.GREETING);
        for (int i = 0; i < tokens.size(); i++) {
            fresh[i] = !greets[i] && seen.add(wordHash(tokens, i));
        }
        boolean[] negated = of(tokens, hits, ConceptHit::negated);
        words(tokens, fresh, greets, negated, features);
        int from = features.size();
        for (int i = 0; i < tokens.size(); i++) {
            if (fresh[i] && !negated[i] && tokens.is(i, TokenKind.WORD)) {
                sequences(tokens, i, features);
            }
        }
        features.normalise(from, SEQUENCES);
        from = features.size();
        concepts(tokens, hits, features);
        features.normalise(from, CONCEPTS);
        from = features.size();
        Style.add(tokens, features);
        features.normalise(from, STYLE);
        from = features.size();
        cues(cues, features);
        features.normalise(from, CUES);
    }

    private static void cues(List<Cue> cues, Features features) {
        Set<String> named = new HashSet<>();
        for (Cue cue : cues) {
            if (named.add(cue.name())) {
                features.add(bucket(Tokens.hash(cue.name()) ^ CUE), 1, cue.start(), cue.end());
            }
        }
    }

    /** The words of some concepts. */
    private static boolean[] of(Tokens tokens, List<ConceptHit> hits, Predicate<ConceptHit> some) {
        boolean[] words = new boolean[tokens.size()];
        for (ConceptHit hit : hits) {
            if (some.test(hit)) {
                Arrays.fill(words, hit.first(), hit.last() + 1, true);
            }
        }
        return words;
    }

    private static void words(Tokens tokens, boolean[] fresh, boolean[] greets, boolean[] negated, Features features) {
        long before = 0;
        for (int i = 0; i < tokens.size(); i++) {
            long word = wordHash(tokens, i);
            int start = tokens.start(i);
            int end = tokens.end(i);
            if (fresh[i]) {
                features.add(bucket(word ^ (negated[i] ? NEGATED : WORD)), 1, start, end);
            }
            if (i > 0 && !greets[i] && !greets[i - 1] && (fresh[i] || fresh[i - 1])) {
                features.add(bucket(before * 31 + word ^ PAIR), 0.7f, tokens.start(i - 1), end);
            }
            before = word;
        }
        features.normalise(0, WORDS);
    }

    /** What can't be known before has one name for all. */
    private static long wordHash(Tokens tokens, int index) {
        TokenKind kind = tokens.kind(index);
        return switch (kind) {
            case NUMBER, MENTION, URL, EMAIL -> 0x1000 + kind.ordinal();
            case WORD, PUNCTUATION, EMOJI -> tokens.hash(index);
        };
    }

    private static void sequences(Tokens tokens, int index, Features features) {
        char[] folded = tokens.folded();
        int start = tokens.start(index);
        int end = Math.min(tokens.end(index), start + WORD_LIMIT);
        // From the boundary before the word to the boundary behind it.
        for (int i = start - 1; i <= end; i++) {
            long hash = SEQUENCE;
            for (int n = 1; n <= LONGEST && i + n - 1 <= end; n++) {
                int at = i + n - 1;
                hash = Tokens.hashStep(hash, at < start || at >= end ? ' ' : folded[at]);
                if (n >= SHORTEST) {
                    features.add(bucket(hash), 1, Math.max(i, start), Math.min(at + 1, end));
                }
            }
        }
    }

    private static void concepts(Tokens tokens, List<ConceptHit> hits, Features features) {
        int good = 0;
        int bad = 0;
        for (ConceptHit hit : hits) {
            if (hit.concept().kind() == ConceptClass.GREETING) {
                continue;
            }
            int start = tokens.start(hit.first());
            int end = tokens.end(hit.last());
            long sign = hit.negated() ? NEGATED : 0;
            features.add(bucket(hit.concept().index() * 31L + 7 ^ CONCEPT ^ sign), 1, start, end);
            features.add(bucket(hit.concept().kind().ordinal() * 131L + 1_000_003 ^ CONCEPT ^ sign), 1, start, end);
            if (hit.intensified()) {
                features.add(bucket(hit.concept().kind().ordinal() * 131L + 3_000_017 ^ CONCEPT ^ sign), 1, start, end);
            }
            good += Math.max(0, hit.polarity());
            bad -= Math.min(0, hit.polarity());
        }
        if (good + bad > 0) {
            int balance = Math.round(4f * (good - bad) / (good + bad + 1));
            features.add(bucket(balance + 5_000_011L ^ CONCEPT), 2, 0, 0);
            features.add(bucket(Math.min(good, 4) + 5_100_011L ^ CONCEPT), 1, 0, 0);
            features.add(bucket(Math.min(bad, 4) + 5_200_011L ^ CONCEPT), 1, 0, 0);
        }
    }

    static int bucket(long hash) {
        return Hashing.bucket(hash, BUCKETS);
    }

    /** Words that were there before in the same text. */
    private static final class Seen {

        private final long[] slots;

        Seen(int words) {
            slots = new long[Integer.highestOneBit(Math.max(words, 8)) * 4];
        }

        boolean add(long hash) {
            long key = hash == 0 ? 1 : hash;
            int mask = slots.length - 1;
            int slot = (int) (key ^ key >>> 29) & mask;
            while (slots[slot] != 0 && slots[slot] != key) {
                slot = slot + 1 & mask;
            }
            boolean fresh = slots[slot] == 0;
            slots[slot] = key;
            return fresh;
        }
    }
}
