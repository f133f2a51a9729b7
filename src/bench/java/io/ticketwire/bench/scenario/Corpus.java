package io.ticketwire.bench.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;
import io.ticketwire.intelligence.Message;

/**
 * Support messages of the training corpus, which are short, put together to longer ones of the same language. Where the first
 * has more than one line, the first line is the subject.
 */
final class Corpus {

    private static final Path FOLDER = Path.of("src", "train", "corpus");

    /** @param hostility none, frustrated or hostile */
    record Text(String language, String hostility, String text) {}

    private final Map<String, List<Text>> byLanguage;
    private final SplittableRandom random;

    private Corpus(Stream<Text> texts, long seed) {
        this.byLanguage = texts.collect(Collectors.groupingBy(Text::language, TreeMap::new, Collectors.toList()));
        this.random = new SplittableRandom(seed);
    }

    /**
     * Reads the corpus.
     *
     * @param names of the files, by how they begin
     * @param seed the same for the same messages
     */
    static Corpus of(List<String> names, Predicate<Text> chosen, long seed) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return new Corpus(
                    files
                            .filter(file ->
                                    names.stream().anyMatch(file.getFileName().toString()::startsWith))
                            .sorted()
                            .flatMap(Corpus::texts)
                            .filter(chosen)
                            .toList()
                            .stream(),
                    seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Text> texts(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(Json::tree)
                    .filter(row -> row.path("kind").asText().equals("message"))
                    .map(Corpus::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text text(JsonNode row) {
        return new Text(
                row.path("language").asText(),
                row.path("hostility").asText(),
                row.path("text").asText());
    }

    /** How many languages there are. */
    List<String> languages() {
        return List.copyOf(byLanguage.keySet());
    }

    /** One of them as it is. */
    String one(String language) {
        List<Text> texts = byLanguage.get(language);
        return texts.get(random.nextInt(texts.size())).text();
    }

    /** Texts, cut to this length between two words. */
    Message message(String language, int from, int to) {
        int length = random.nextInt(from, to + 1);
        String first = one(language);
        StringBuilder text = new StringBuilder(first);
        while (text.length() < length) {
            text.append("\n\n").append(one(language));
        }
        int end = text.length() == length ? length : Math.max(text.lastIndexOf(" ", length), from);
        return message(text.substring(0, end), first.indexOf('\n'));
    }

    /** A text, and another one after it. */
    static Message message(String first, String next) {
        return message(first + next, first.indexOf('\n'));
    }

    /** @param line where the subject ends; negative if there is none */
    private static Message message(String text, int line) {
        return line < 0 || line >= text.length()
                ? new Message(null, text, null, null)
                : new Message(text.substring(0, line), text.substring(line + 1).strip(), null, null);
    }
}
