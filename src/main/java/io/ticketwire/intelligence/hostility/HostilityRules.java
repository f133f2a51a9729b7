package io.ticketwire.intelligence.hostility;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

import io.ticketwire.intelligence.hostility.Patterns.Found;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.Tokens;

/**
 * Reads the signs for and against hostility in a text, in seven languages; any other is read as English. What a guard covers is
 * not told, the guard is. Holds no state of a text; may be used by many threads. The time that it takes is linear in the text.
 */
public final class HostilityRules {

    private static final int INSULTS = Role.INSULT.bit();

    private final WordRoles words = WordRoles.load();
    private final Patterns patterns = Patterns.load();
    private final Disguise disguise = new Disguise(words.hideable());
    private final Faces faces = new Faces();

    private HostilityRules() {}

    /** Reads the tables of this version of Ticketwire. */
    public static HostilityRules load() {
        return new HostilityRules();
    }

    /** Finds the words that are written in disguise. */
    public Disguise disguise() {
        return disguise;
    }

    /** The signs of a text, in its order. */
    public List<Signal> read(Tokens tokens, Language language) {
        return read(tokens, language, disguise.plain(tokens));
    }

    /** As above, where the hidden words are known already. */
    public List<Signal> read(Tokens tokens, Language language, List<Plain> hidden) {
        Units units = Units.of(tokens, hidden, language, words);
        Guarded guarded = new Guarded(units, Quotation.of(tokens));
        List<Found> found = patterns.find(units);
        found.forEach(guarded::guard);
        List<Signal> signals = new ArrayList<>();
        Cover told = new Cover();
        for (Found one : found) {
            if (!one.kind().isGuard() && !guarded.covers(one) && told.isNews(one)) {
                signals.add(signal(units, one.kind(), one.first(), one.last()));
            }
        }
        words(units, guarded, told, signals);
        faces.read(tokens, units.present()).stream()
                .filter(face -> !guarded.isQuoted(face))
                .forEach(signals::add);
        signals.addAll(Shouting.read(tokens, units.present()));
        signals.addAll(guarded.signals());
        signals.sort(Comparator.comparingInt(Signal::firstToken));
        return signals;
    }

    /** Bad words that no pattern is about. */
    private static void words(Units units, Guarded guarded, Cover told, List<Signal> signals) {
        for (int i = 0; i < units.size(); i++) {
            SignalKind kind = kindOf(units.roles(i));
            if (kind != null) {
                Found word = new Found(kind, i, i);
                if (!guarded.covers(word) && told.isNews(word)) {
                    signals.add(signal(units, kind, i, i));
                }
            }
        }
    }

    private static SignalKind kindOf(int roles) {
        if ((roles & INSULTS) != 0) {
            return SignalKind.INSULT;
        }
        if ((roles & Role.STRONG.bit()) != 0) {
            return SignalKind.PROFANITY_STRONG;
        }
        return (roles & Role.MILD.bit()) != 0 ? SignalKind.PROFANITY_MILD : null;
    }

    private static Signal signal(Units units, SignalKind kind, int first, int last) {
        return new Signal(kind, units.firstToken(first), units.lastToken(last));
    }

    /** What has been told, so that one insult is one signal. */
    private static final class Cover {

        private final BitSet[] byKind = new BitSet[SignalKind.values().length];

        boolean isNews(Found found) {
            boolean news = !covers(found.kind(), found)
                    && !(found.kind() == SignalKind.INSULT && covers(SignalKind.INSULT_AT_PERSON, found))
                    && !(found.kind() == SignalKind.PROFANITY_STRONG && covers(SignalKind.PROFANITY_AT_WORK, found));
            if (news) {
                of(found.kind()).set(found.first(), found.last() + 1);
            }
            return news;
        }

        private boolean covers(SignalKind kind, Found found) {
            int next = of(kind).nextSetBit(found.first());
            return next >= 0 && next <= found.last();
        }

        private BitSet of(SignalKind kind) {
            if (byKind[kind.ordinal()] == null) {
                byKind[kind.ordinal()] = new BitSet();
            }
            return byKind[kind.ordinal()];
        }
    }
}
