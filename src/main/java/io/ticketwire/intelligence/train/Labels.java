package io.ticketwire.intelligence.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a row's own words are as a label of a head. */
final class Labels {

    private Labels() {}

    /** The label that all of a row's words mean; none if one means nothing or they disagree. */
    static Optional<String> of(Row row, Recipe.Source source) {
        if (!allowed(row, source.where())) {
            return Optional.empty();
        }
        return source.value() != null ? Optional.of(source.value()) : one(row.values(source.field()), source.labels());
    }

    private static boolean allowed(Row row, Map<String, String> where) {
        return where == null
                || where.entrySet().stream()
                        .allMatch(entry -> row.values(entry.getKey()).contains(entry.getValue()));
    }

    static Optional<String> one(List<String> values, Map<String, String> labels) {
        List<String> meant = values.stream()
                .map(value -> labels == null ? value : labels.getOrDefault(value, ""))
                .distinct()
                .toList();
        return meant.size() == 1 && !meant.get(0).isEmpty() ? Optional.of(meant.get(0)) : Optional.empty();
    }
}
