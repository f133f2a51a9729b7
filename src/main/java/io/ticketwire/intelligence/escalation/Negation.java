package io.ticketwire.intelligence.escalation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.Tokens;

/**
 * What a text denies. A negation reaches a phrase only across words that mean nothing by themselves: {@code I am not going to
 * cancel} denies, {@code if it is not fixed we cancel} doesn't. In German and Dutch it may also follow.
 */
final class Negation {

    private static final int REACH = 5;
    private static final Set<Language> MAY_FOLLOW = EnumSet.of(Language.DE, Language.NL);

    private final Map<Language, Set<Long>> negators = new EnumMap<>(Language.class);
    private final Set<Long> through = new HashSet<>();

    Negation() {
        for (Language language : Language.values()) {
            negators.put(language, new HashSet<>());
        }
    }

    /** Adds words with bars between them. */
    void negators(Language language, String words) {
        add(words, negators.get(language));
        add(words, negators.get(Language.UND));
    }

    /** Adds words that a negation reaches across. */
    void reachesAcross(String words) {
        add(words, through);
    }

    private static void add(String words, Set<Long> hashes) {
        for (String word : words.split("\\|")) {
            hashes.add(Words.of(Tokens.of(word)).hash(0));
        }
    }

    boolean denies(Words words, Language language, int first, int last) {
        if (MAY_FOLLOW.contains(language) && last + 1 < words.size() && negates(words.hash(last + 1), language)) {
            return true;
        }
        for (int i = first - 1; i >= 0 && i >= first - REACH; i--) {
            if (negates(words.hash(i), language)) {
                return true;
            }
            if (!through.contains(words.hash(i))) {
                return false;
            }
        }
        return false;
    }

    private boolean negates(long word, Language language) {
        return negators.get(language).contains(word);
    }
}
