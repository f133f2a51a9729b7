package io.ticketwire.ingress.mail;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.ticketwire.text.JsonText;

/**
 * What is said of a part of a mail.
 *
 * @param mediaType on one line, in lower case, without parameters; null if its sender gives none
 * @param charset null if its sender gives none
 * @param filename without a path; null if there is none
 * @param contentId without angle brackets; null if there is none
 * @param ofReport whether it stands in a multipart/report (RFC 6522)
 */
public record MailPart(String mediaType, String charset, String filename, String contentId, boolean ofReport) {

    public MailPart {
        String line = mediaType == null ? null : JsonText.line(mediaType);
        mediaType = line == null ? null : line.toLowerCase(Locale.ROOT);
    }

    /** A file of a form. */
    static MailPart file(String mediaType, String filename) {
        return new MailPart(mediaType, null, filename, null, false);
    }

    /** With what a form says of it beside: of the name and the type, if they are not known; the first id that is given. */
    public MailPart or(String otherType, String otherName, String... contentIds) {
        return new MailPart(
                mediaType == null ? otherType : mediaType,
                charset,
                filename == null ? FileNames.of(otherName) : filename,
                Stream.of(contentIds)
                        .map(ContentIds::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(contentId),
                ofReport);
    }
}
