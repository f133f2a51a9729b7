package io.ticketwire.intelligence.train;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ticketwire.intelligence.lexicon.ConceptClass;
import io.ticketwire.intelligence.lexicon.ConceptHit;

/** What simple ways answer, for comparison: the label that is most frequent, and counting words of the lexicon. */
final class Baseline {

    private static final Set<ConceptClass> ABUSE =
            Set.of(ConceptClass.INSULT, ConceptClass.PROFANITY, ConceptClass.THREAT, ConceptClass.CONTEMPT);
    private static final Set<ConceptClass> ALARM =
            Set.of(ConceptClass.URGENCY, ConceptClass.OUTAGE, ConceptClass.SECURITY, ConceptClass.LOSS_DAMAGE);

    private Baseline() {}

    /** The most frequent; the first in the alphabet of equals. */
    static String majority(List<String> truths) {
        return truths.stream()
                .collect(Collectors.groupingBy(truth -> truth, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** What the words alone say; empty where they say nothing of such a task. */
    static Optional<String> lexicon(String task, List<ConceptHit> hits) {
        Map<ConceptClass, Integer> counts = new EnumMap<>(ConceptClass.class);
        int polarity = 0;
        for (ConceptHit hit : hits) {
            polarity += hit.polarity();
            if (!hit.negated()) {
                counts.merge(hit.concept().kind(), 1, Integer::sum);
            }
        }
        boolean abusive = counts.keySet().stream().anyMatch(ABUSE::contains);
        boolean alarming = counts.keySet().stream().anyMatch(ALARM::contains);
        return switch (task) {
            case "sentiment" -> Optional.of(polarity > 0 ? "positive" : polarity < 0 ? "negative" : "neutral");
            case "hostility" -> Optional.of(abusive ? "hostile" : polarity < 0 ? "frustrated" : "none");
            case "offensive" -> Optional.of(abusive ? "offensive" : "not");
            case "priority" ->
                Optional.of(alarming ? "high" : counts.containsKey(ConceptClass.FAILURE_DEFECT) ? "medium" : "low");
            default -> Optional.empty();
        };
    }
}
