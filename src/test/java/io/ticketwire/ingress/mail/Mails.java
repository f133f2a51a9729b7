package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.ticketwire.ingress.mail.MailHeaders.Header;

/** Mails out of a few lines. */
final class Mails {

    static final String US = "support@example.org";

    private Mails() {}

    /** A mail to us that has these headers, as they stand in a mail. */
    static MailMessage of(String headers) {
        List<Header> all = new ArrayList<>();
        for (String line : headers.replace("\n\t", " ").lines().toList()) {
            int colon = line.indexOf(':');
            all.add(new Header(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return of(new MailHeaders(all), List.of(US));
    }

    static MailMessage of(MailHeaders headers, List<String> recipients) {
        return new MailMessage(
                headers,
                headers.first("Message-ID"),
                headers.all("In-Reply-To"),
                headers.all("References"),
                from(headers.first("From")),
                null,
                recipients,
                null,
                headers.first("Subject"),
                "Hello",
                List.of(),
                null,
                List.of());
    }

    private static MailAddress from(String header) {
        if (header == null) {
            return null;
        }
        int start = header.indexOf('<');
        String email = start < 0 ? header.split(" ")[0] : header.substring(start + 1, header.indexOf('>'));
        return new MailAddress(null, email.toLowerCase(Locale.ROOT));
    }
}
