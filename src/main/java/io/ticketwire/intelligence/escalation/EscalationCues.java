package io.ticketwire.intelligence.escalation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.PhraseBook;
import io.ticketwire.intelligence.phrase.PhraseBook.Found;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.Rows;

/**
 * Finds what speaks for an escalation in a text. Made of the resource {@code intelligence/escalation.tsv}: phrases for a cause,
 * and phrases that take it back where they overlap ({@code cancel the meeting}). What is denied is not found either
 * ({@code I will not cancel}), nor what somebody else announces ({@code our customer wrote "I will sue you"}). Time is
 * linear in the text; may be used by many threads.
 */
public final class EscalationCues {

    private static final String RESOURCE = "escalation.tsv";

    /** True whoever says it: what a page, a contract or another person says of them is what the customer reports. */
    private static final Set<EscalationCause> FACTS = EnumSet.of(
            EscalationCause.SECURITY, EscalationCause.OUTAGE, EscalationCause.CONTRACT, EscalationCause.DEADLINE);

    private final PhraseBook<Cue> phrases = new PhraseBook<>();
    private final Negation negation = new Negation();

    private EscalationCues() {}

    /** Reads the resource of this version of Ticketwire. */
    public static EscalationCues load() {
        EscalationCues cues = new EscalationCues();
        for (String[] row : Rows.of(RESOURCE)) {
            cues.add(row[0], Language.of(row[1]), row[2]);
        }
        return cues;
    }

    private void add(String meaning, Language language, String written) {
        switch (meaning) {
            case "not" -> negation.negators(language, written);
            case "through" -> negation.reachesAcross(written);
            default -> cause(meaning, language, written);
        }
    }

    private void cause(String meaning, Language language, String written) {
        boolean takesBack = meaning.startsWith("-");
        String cause = takesBack ? meaning.substring(1) : meaning;
        phrases.add(new Cue(EscalationCause.valueOf(cause.toUpperCase(Locale.ROOT)), takesBack), language, written);
    }

    /**
     * What a text mentions, in its order; no two mentions of one cause overlap.
     *
     * @param language of the text; English is read in any, and all are if it is {@link Language#UND}
     */
    public List<Mention> read(Words words, Language language) {
        List<Found<Cue>> found = phrases.find(words, spoken(language));
        Map<EscalationCause, BitSet> takenBack = takenBack(found);
        Reported reported = Reported.in(words.tokens());
        List<Mention> mentions = new ArrayList<>();
        int[] ends = new int[EscalationCause.values().length];
        for (Found<Cue> one : found) {
            Cue cue = one.meaning();
            int start = words.start(one.first());
            int end = words.end(one.last());
            boolean known = start < ends[cue.cause.ordinal()];
            if (!cue.takesBack
                    && !known
                    && !isIn(takenBack.get(cue.cause), one)
                    && !negation.denies(words, language, one.first(), one.last())
                    && (FACTS.contains(cue.cause) || !reported.covers(start, end))) {
                mentions.add(new Mention(cue.cause, start, end));
                ends[cue.cause.ordinal()] = end;
            }
        }
        return mentions;
    }

    /** The words by which causes are taken back. */
    private static Map<EscalationCause, BitSet> takenBack(List<Found<Cue>> found) {
        Map<EscalationCause, BitSet> words = new EnumMap<>(EscalationCause.class);
        for (Found<Cue> one : found) {
            if (one.meaning().takesBack) {
                words.computeIfAbsent(one.meaning().cause, cause -> new BitSet())
                        .set(one.first(), one.last() + 1);
            }
        }
        return words;
    }

    private static boolean isIn(BitSet words, Found<Cue> found) {
        int next = words == null ? -1 : words.nextSetBit(found.first());
        return next >= 0 && next <= found.last();
    }

    private static Set<Language> spoken(Language language) {
        return language == Language.UND ? EnumSet.allOf(Language.class) : EnumSet.of(language, Language.EN);
    }

    /** @param takesBack whether it says that the cause isn't meant */
    private record Cue(EscalationCause cause, boolean takesBack) {}
}
