package io.ticketwire.ingress.mail;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mailbox provider reports of a recipient who called a mail of ours spam (RFC 5965).
 *
 * @param isComplaint whether he complains; else he says that it was none, or it is about somebody who sends in our name
 * @param recipients as far as they are named
 */
record FeedbackReport(boolean isComplaint, List<String> recipients) {

    static final String TYPE = "message/feedback-report";

    private static final Set<String> COMPLAINTS = Set.of("abuse", "fraud", "virus", "other");

    /** @param text the fields of the report */
    static FeedbackReport of(String text) {
        RawHeaders fields = RawHeaders.of(text.stripLeading());
        String type = String.valueOf(fields.first("Feedback-Type")).strip().toLowerCase(Locale.ROOT);
        MailHeaders all = fields.decoded();
        List<String> recipients = Stream.of("Original-Rcpt-To", "Removal-Recipient")
                .flatMap(name -> all.all(name).stream())
                .map(MailAddresses::first)
                .filter(Objects::nonNull)
                .map(MailAddress::email)
                .distinct()
                .toList();
        return new FeedbackReport(COMPLAINTS.contains(type), recipients);
    }
}
