package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.List;

/** The words of a name: {@code jira:issue_updated}, {@code issueUpdated} and {@code Issue Hook} are two or three each. */
final class Words {
    private Words() {}

    static List<String> of(String name) {
        List<String> words = new ArrayList<>(4);
        for (String word : Keys.normal(name).split("_")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
