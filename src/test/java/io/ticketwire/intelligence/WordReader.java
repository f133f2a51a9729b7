package io.ticketwire.intelligence;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ticketwire.event.Insight;

/** Tells hostile, frustrated, glad and other messages apart by one word each. */
final class WordReader implements Reader {

    @Override
    public Reading read(Message message) {
        String text = Stream.of(message.subject(), message.newText() == null ? message.text() : message.newText())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
        String words = text.toLowerCase(Locale.ROOT);
        if (words.contains("unreadable on purpose")) {
            throw new IllegalStateException(text);
        }
        if (words.contains("idiots")) {
            return reading(text, "very_negative", "hostile", 0.9);
        }
        if (words.contains("annoyed")) {
            return reading(text, "negative", "frustrated", 0.4);
        }
        return reading(text, words.contains("thanks") ? "positive" : "neutral", "none", 0.1);
    }

    @Override
    public String model() {
        return "words-for-tests";
    }

    static Reading reading(String text, String sentiment, String hostility, double score) {
        return new Reading(
                new Insight.Language("en", 0.5),
                new Insight.Sentiment(0, sentiment, 0.5, null),
                new Insight.Hostility(hostility, score, 0.5),
                new Insight.Urgency("medium", 0.5, null),
                new Insight.Category("other", 0.5),
                List.of(),
                new Insight.Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
                false,
                false,
                List.of(),
                text);
    }
}
