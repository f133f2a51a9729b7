package io.ticketwire.intelligence.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found of one kind, each once. */
final class Findings {

    static final int LIMIT = 20;

    private final Source source;
    private final Set<String> found = new LinkedHashSet<>();

    Findings(Source source) {
        this.source = source;
    }

    /** Keeps a stretch of the text, which is nothing else then. */
    void add(int from, int to) {
        source.take(from, to);
        if (found.size() < LIMIT) {
            found.add(source.text(from, to));
        }
    }

    List<String> toList() {
        return List.copyOf(found);
    }
}
