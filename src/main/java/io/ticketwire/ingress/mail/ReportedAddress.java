package io.ticketwire.ingress.mail;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.EmailAddresses;
import io.ticketwire.text.JsonText;

/** An address in a provider's report on a mail that was sent. */
public final class ReportedAddress {

    private ReportedAddress() {}

    /**
     * The address, bare and in lower case; null if there is none. One that nobody could write to is returned as well: it is
     * what many a report is about.
     */
    public static String of(JsonNode value) {
        String line = value.isTextual() ? JsonText.line(value) : null;
        if (line == null || line.indexOf('@') < 0) {
            return null;
        }
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(line);
        return mailbox == null ? line.toLowerCase(Locale.ROOT) : mailbox.address();
    }
}
