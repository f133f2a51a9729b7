package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A window against one that keeps all texts, forgets nothing by halves, and counts everything anew for each question. */
class WindowOracleTest {

    private static final int MOST = 30;
    private static final double IMAGINED = 50;
    private static final double LEAST = .7;
    private static final double COMMONNESS = .04;

    private record Told(Instant at, int turn, Set<String> words) {}

    private final Map<UUID, Told> held = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void scoresAreThoseOfWhatIsHeldNow(long seed) {
        Random random = new Random(seed);
        Window window = new Window(MOST, new AtomicLong());
        for (int turn = 0; turn < 1_500; turn++) {
            // given
            UUID ticket = new UUID(0, random.nextInt(60));
            Set<String> words = words(random);
            Instant at = Instant.ofEpochSecond(turn - random.nextInt(40));
            // when
            List<Insight.Similar> similar = window.findAndAdd(ticket, at, Wording.of(String.join(" ", words)))
                    .orElseThrow();
            // then
            List<Double> expected = expected(ticket, new Told(at, turn, words));
            assertEquals(expected, scores(similar), "turn " + turn);
            assertEquals(held.size(), window.size());
        }
    }

    /** Without regard to duplicates, which would come first. */
    private static List<Double> scores(List<Insight.Similar> similar) {
        return similar.stream()
                .map(Insight.Similar::score)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private List<Double> expected(UUID ticket, Told told) {
        Told before = held.get(ticket);
        if (before == null || !before.at().isAfter(told.at())) {
            held.put(ticket, told);
        }
        if (held.size() > MOST) {
            held.remove(oldest());
        }
        List<Set<String>> all = held.values().stream().map(Told::words).toList();
        return held.entrySet().stream()
                .filter(other -> !other.getKey().equals(ticket))
                .map(other -> cosine(told.words(), other.getValue().words(), all))
                .filter(score -> score >= .45)
                .sorted(Comparator.reverseOrder())
                .limit(5)
                .map(score -> Math.round(score * 1_000) / 1_000.0)
                .toList();
    }

    private UUID oldest() {
        return held.entrySet().stream()
                .min(Comparator.comparing(
                                (Map.Entry<UUID, Told> one) -> one.getValue().at())
                        .thenComparing(one -> one.getValue().turn()))
                .orElseThrow()
                .getKey();
    }

    private static double cosine(Set<String> left, Set<String> right, List<Set<String>> all) {
        double shared = weight(left.stream().filter(right::contains).collect(Collectors.toSet()), all);
        return shared / Math.sqrt(weight(left, all) * weight(right, all));
    }

    private static double weight(Set<String> words, List<Set<String>> all) {
        return words.stream()
                .mapToDouble(word -> {
                    long frequency =
                            all.stream().filter(text -> text.contains(word)).count();
                    return Math.pow(
                            Math.max(LEAST, Math.log((all.size() + IMAGINED) / (frequency + IMAGINED * COMMONNESS))),
                            2);
                })
                .sum();
    }

    /** Of five letters each: some are common, most are rare. */
    private static Set<String> words(Random random) {
        return random.ints(0, 40)
                .mapToObj(i -> "w" + (char) ('a' + i * i / 64) + "x" + (char) ('a' + i % 6) + "y")
                .distinct()
                .limit(4 + random.nextInt(6))
                .collect(Collectors.toSet());
    }
}
