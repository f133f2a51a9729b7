package io.ticketwire.intelligence.kind;

import java.util.HashMap;
import java.util.Map;

import io.ticketwire.intelligence.phrase.PhraseBook.Found;

/**
 * What speaks for a kind of message. Of a topic the heaviest phrase counts in full and further ones by half, and not more than
 * the heaviest again; what speaks against counts once.
 */
final class Score {

    private static final int THRESHOLD = 8;

    private final MessageKind kind;
    private final Map<String, Integer> heaviest = new HashMap<>();
    private final Map<String, Integer> sums = new HashMap<>();
    private final Map<String, Integer> ends = new HashMap<>();

    Score(MessageKind kind) {
        this.kind = kind;
    }

    /** Places begin anew. */
    void nextText() {
        ends.clear();
    }

    void add(Found<Cue> found) {
        Cue cue = found.meaning();
        if (cue.kind() != kind) {
            return;
        }
        int weight = Math.abs(cue.weight());
        if (found.first() > ends.getOrDefault(cue.topic(), -1)) {
            sums.merge(cue.topic(), weight, Integer::sum);
            ends.put(cue.topic(), found.last());
        }
        heaviest.merge(cue.topic(), cue.weight(), (known, next) -> Math.abs(next) > Math.abs(known) ? next : known);
    }

    boolean isReached() {
        int total = 0;
        for (Map.Entry<String, Integer> topic : heaviest.entrySet()) {
            int full = topic.getValue();
            int further = sums.get(topic.getKey()) - full;
            total += full < 0 ? full : full + Math.max(0, Math.min(full, (further + 1) / 2));
        }
        return total >= THRESHOLD;
    }
}
