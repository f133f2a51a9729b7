package io.ticketwire.intelligence.kind;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.PhraseBook;
import io.ticketwire.intelligence.phrase.PhraseBook.Found;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.Rows;

/**
 * Tells spam and answers by machines from messages, by weighted phrases of the resource {@code intelligence/kinds.tsv}. When in
 * doubt a text is a message: a customer who isn't answered is worse than an advertisement that is. Reads
 * {@value #WORD_LIMIT} words at most; may be used by many threads.
 */
public final class KindReader {

    private static final String RESOURCE = "kinds.tsv";
    /** Neither kind needs more to show itself. */
    private static final int WORD_LIMIT = 400;
    /** A machine says at once that it is one; further on it is quoted. */
    private static final int MACHINE_LIMIT = 90;

    private final PhraseBook<Cue> phrases = new PhraseBook<>();

    private KindReader() {}

    /** Reads the resource of this version of Ticketwire. */
    public static KindReader load() {
        KindReader reader = new KindReader();
        for (String[] row : Rows.of(RESOURCE)) {
            MessageKind kind = row[0].equals("auto") ? MessageKind.AUTO_REPLY : MessageKind.SPAM;
            Cue cue = new Cue(kind, Integer.parseInt(row[1]), row[2]);
            reader.phrases.add(cue, Language.of(row[3]), row[4]);
        }
        return reader;
    }

    /**
     * The kind of a message.
     *
     * @param subject none if there is no subject
     * @param language English is read in any, and all are if it is {@link Language#UND}
     */
    public MessageKind read(Words subject, Words text, Language language) {
        Set<Language> spoken =
                language == Language.UND ? EnumSet.allOf(Language.class) : EnumSet.of(language, Language.EN);
        Score machine = new Score(MessageKind.AUTO_REPLY);
        Score spam = new Score(MessageKind.SPAM);
        add(phrases.find(subject, spoken), machine, spam);
        add(phrases.find(text, spoken), machine, spam);
        if (machine.isReached()) {
            return MessageKind.AUTO_REPLY;
        }
        return spam.isReached() ? MessageKind.SPAM : MessageKind.MESSAGE;
    }

    private static void add(List<Found<Cue>> found, Score machine, Score spam) {
        machine.nextText();
        spam.nextText();
        for (Found<Cue> one : found) {
            if (one.first() < MACHINE_LIMIT) {
                machine.add(one);
            }
            if (one.first() < WORD_LIMIT) {
                spam.add(one);
            }
        }
    }
}
