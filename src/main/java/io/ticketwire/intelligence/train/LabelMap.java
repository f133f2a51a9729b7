package io.ticketwire.intelligence.train;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words for labels as an argument: {@code critical=urgent,normal=medium}. */
final class LabelMap {

    private LabelMap() {}

    static Map<String, String> of(String argument) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String pair : argument.split(",")) {
            String[] both = pair.split("=", 2);
            if (both.length < 2 || both[0].isBlank() || both[1].isBlank()) {
                throw new UsageException("labels are written as theirs=ours,theirs=ours, and not " + pair);
            }
            labels.put(both[0].strip(), both[1].strip());
        }
        return labels;
    }
}
