package io.ticketwire.ingress.mail;

import io.ticketwire.text.CleanText;
import io.ticketwire.text.JsonText;

/** Names of attachments, which senders make up. */
final class FileNames {

    /** Characters of the longest one that is looked at. */
    private static final int LONGEST = 2_000;

    private FileNames() {}

    /** On one line, without a path, and nothing that means a folder; null if nothing is left. */
    static String of(String written) {
        String decoded = EncodedWords.decoded(CleanText.cut(written, LONGEST));
        String name = decoded == null ? null : JsonText.line(withoutPath(decoded));
        return name == null || name.equals(".") || name.equals("..") ? null : name;
    }

    /** Cleaned first: a control character must not hide a path. */
    private static String withoutPath(String written) {
        String name = CleanText.clean(written);
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
