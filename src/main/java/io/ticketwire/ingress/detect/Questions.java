package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Set;

/** What a form asks for, by the words of its question: {@code Please describe the problem} asks for the description. */
final class Questions {
    /** Beside these words the one that counts stands for the person's own: no company's name, no manager's address. */
    private static final Set<String> FILLERS =
            words("your the a please enter provide give what is full work business contact"
                    + " e mail address us me my of are you");

    private static final Set<String> EMAIL = words("email mail");
    private static final Set<String> NAME = words("name");
    private static final Set<String> SUBJECT = words("subject topic title");
    private static final Set<String> DESCRIPTION = words("describe description message details");

    private Questions() {}

    /** The name of the field, or the question itself if it asks for something else. */
    static String field(String question) {
        List<String> words = Words.of(question);
        if (words.stream().anyMatch(DESCRIPTION::contains)) {
            return "description";
        }
        if (asksFor(SUBJECT, words)) {
            return "subject";
        }
        if (asksFor(EMAIL, words)) {
            return "email";
        }
        return asksFor(NAME, words) ? "name" : question;
    }

    private static boolean asksFor(Set<String> what, List<String> words) {
        return words.stream().anyMatch(what::contains)
                && words.stream().allMatch(word -> what.contains(word) || FILLERS.contains(word));
    }

    private static Set<String> words(String words) {
        return Set.of(words.split(" "));
    }
}
