package io.ticketwire.intelligence.lexicon;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/**
 * What a negation and an intensifier reach: the words behind them up to the next punctuation, {@value #REACH} at most. In
 * German and Dutch a negation also reaches what stands before it ({@code funktioniert nicht}).
 */
final class Scopes {

    private static final int REACH = 4;
    private static final int BACKWARD = 3;
    private static final Set<Language> NEGATED_BEHIND = EnumSet.of(Language.DE, Language.NL);
    private static final String STOPS = ".,;:!?()\n";

    private final Tokens tokens;
    private final boolean backward;

    Scopes(Tokens tokens, Language language) {
        this.tokens = tokens;
        this.backward = NEGATED_BEHIND.contains(language);
    }

    List<ConceptHit> read(List<Lexicon.Found> found) {
        BitSet negated = new BitSet(tokens.size());
        BitSet intense = new BitSet(tokens.size());
        for (Lexicon.Found one : found) {
            switch (one.concept().kind()) {
                case NEGATOR -> {
                    if (isFirstHalf(one)) {
                        continue;
                    }
                    mark(negated, one.last() + 1, 1, REACH);
                    if (backward) {
                        mark(negated, one.first() - 1, -1, BACKWARD);
                    }
                }
                case INTENSIFIER -> mark(intense, one.last() + 1, 1, 2);
                default -> {
                    // Reaches nothing.
                }
            }
        }
        List<ConceptHit> hits = new ArrayList<>(found.size());
        for (Lexicon.Found one : found) {
            boolean isNegator = one.concept().kind() == ConceptClass.NEGATOR;
            hits.add(new ConceptHit(
                    one.concept(),
                    one.first(),
                    one.last(),
                    !isNegator && negated.get(one.first()),
                    intense.get(one.first())));
        }
        return hits;
    }

    /** French denies with two words; the second says it all, and may be half of a phrase. */
    private boolean isFirstHalf(Lexicon.Found negator) {
        return negator.first() == negator.last() && tokens.word(negator.first()).equals("ne");
    }

    private void mark(BitSet marked, int from, int step, int reach) {
        for (int i = from, n = 0; i >= 0 && i < tokens.size() && n < reach && !stops(i); i += step, n++) {
            marked.set(i);
        }
    }

    private boolean stops(int index) {
        return tokens.is(index, TokenKind.PUNCTUATION) && STOPS.indexOf(tokens.folded()[tokens.start(index)]) >= 0;
    }
}
