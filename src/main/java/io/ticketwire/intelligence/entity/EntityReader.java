package io.ticketwire.intelligence.entity;

import java.util.List;

import io.ticketwire.event.Insight;

/**
 * Finds what a text names: each once, in its order, as it was written. Reads {@value #TEXT_LIMIT} characters and gives
 * {@value Findings#LIMIT} of a kind at most. Time is linear in the text; may be used by many threads.
 *
 * <p>What a stretch of text is, is settled in this order: link, e-mail, amount, id, telephone. So {@code order 0301234567} is
 * an id and {@code € 1.250.000} no number to call.
 */
public final class EntityReader {

    private static final int TEXT_LIMIT = 20_000;

    private final Vocabulary vocabulary;

    private EntityReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads the word lists of this version of Ticketwire. */
    public static EntityReader load() {
        return new EntityReader(Vocabulary.load());
    }

    /** What a text names; of {@code null}, nothing. */
    public Insight.Entities read(String text) {
        if (text == null || text.isBlank()) {
            return new Insight.Entities(List.of(), List.of(), List.of(), List.of(), List.of());
        }
        Source source = new Source(text.substring(0, Math.min(text.length(), TEXT_LIMIT)));
        List<String> urls = Links.read(source);
        List<String> emails = Mails.read(source);
        boolean digits = source.hasDigits();
        List<String> amounts = digits ? new Amounts(source, vocabulary).read() : List.of();
        List<String> ids = new Ids(source, vocabulary).read();
        List<String> phones = digits ? new Phones(source, vocabulary).read() : List.of();
        return new Insight.Entities(emails, phones, ids, urls, amounts);
    }
}
