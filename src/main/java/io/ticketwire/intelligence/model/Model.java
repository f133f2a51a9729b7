package io.ticketwire.intelligence.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All weights that a process reads texts with, and what goes with them.
 *
 * @param version e.g. {@code 2026.11-1}
 * @param fingerprint of the word lists and rules that it was trained with: with others its weights mean nothing
 * @param thresholds by name, e.g. {@code hostile}
 * @param heads by name, in the order of the file
 */
public record Model(String version, String fingerprint, Map<String, Double> thresholds, Map<String, Head> heads) {

    public Model {
        if (!thresholds.values().stream().allMatch(threshold -> threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold is from 0 to 1: " + thresholds);
        }
        thresholds = Map.copyOf(thresholds);
        heads = new LinkedHashMap<>(heads);
    }

    /** @throws InvalidModelException if there is none of this name */
    public Head head(String name) throws InvalidModelException {
        Head head = heads.get(name);
        if (head == null) {
            throw new InvalidModelException("has no head " + name + ", but " + heads.keySet());
        }
        return head;
    }

    /** @throws InvalidModelException if there is none of this name */
    public double threshold(String name) throws InvalidModelException {
        Double threshold = thresholds.get(name);
        if (threshold == null) {
            throw new InvalidModelException("has no threshold " + name);
        }
        return threshold;
    }

    /** The same with other heads in the place of those of their names, and another version. */
    public Model with(String newVersion, List<Head> changed) {
        Map<String, Head> all = new LinkedHashMap<>(heads);
        changed.forEach(head -> all.put(head.name(), head));
        return new Model(newVersion, fingerprint, thresholds, all);
    }
}
