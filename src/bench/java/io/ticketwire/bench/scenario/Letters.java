package io.ticketwire.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.Reading;
import io.ticketwire.intelligence.analysis.Analyzer;

/**
 * What customers write in {@code alarm}, in all languages of the corpus: hostile ones, and others that are not. Only such as
 * the model takes for what they are, with something to spare: whether it is right is another question, and that each gets its
 * alarm can be told for certain.
 */
final class Letters {

    private static final List<String> FILES =
            List.of("b2b", "de", "en-hostility", "en-support", "es", "fr", "it", "nl", "pt");
    private static final String SUBJECT = "Ticket 4711";
    private static final int CALM = 5_000;
    private static final int HOSTILE = 500;
    private static final int TRIES = 20;
    private static final double CLEARLY = 0.75;
    private static final double CLEARLY_NOT = 0.25;
    private static final int SHORTEST = 80;
    private static final int LONGEST = 600;
    private static final long SEED = 6;

    private final Analyzer analyzer;
    private final Corpus calm = Corpus.of(FILES, text -> text.hostility().equals("none"), SEED);
    private final Corpus hostile = Corpus.of(FILES, text -> text.hostility().equals("hostile"), SEED);
    private final SplittableRandom random = new SplittableRandom(SEED);

    private Letters(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    static List<Generator.Letter> read(Analyzer analyzer) {
        Letters letters = new Letters(analyzer);
        return Stream.concat(
                        letters.clear(CALM, false, letters::calm).stream(),
                        letters.clear(HOSTILE, true, letters::hostile).stream())
                .toList();
    }

    private List<Generator.Letter> clear(int count, boolean hostile, Supplier<Message> source) {
        List<Generator.Letter> letters = new ArrayList<>();
        for (int tried = 0; letters.size() < count; tried++) {
            if (tried > TRIES * count) {
                throw new IllegalStateException("the model takes next to nothing for what it is");
            }
            Message letter = source.get();
            if (isClear(letter, hostile) && isClear(new Message(null, letter.text(), null, null), hostile)) {
                letters.add(new Generator.Letter(letter.subject(), letter.text(), hostile));
            }
        }
        return letters;
    }

    private boolean isClear(Message message, boolean hostile) {
        Reading reading = analyzer.read(message);
        double score = reading.hostility().score();
        return hostile
                ? reading.hostility().level().equals("hostile") && score > CLEARLY
                : reading.hostility().level().equals("none") && score < CLEARLY_NOT;
    }

    private Message calm() {
        return titled(calm.message(any(calm), SHORTEST, LONGEST));
    }

    /** As it is, or with something that the customer has to say, too. */
    private Message hostile() {
        String language = any(hostile);
        String text = hostile.one(language);
        return titled(Corpus.message(text, random.nextBoolean() ? "" : "\n\n" + calm.one(language)));
    }

    private static Message titled(Message message) {
        return message.subject() != null ? message : new Message(SUBJECT, message.text(), null, null);
    }

    private String any(Corpus corpus) {
        return corpus.languages().get(random.nextInt(corpus.languages().size()));
    }
}
