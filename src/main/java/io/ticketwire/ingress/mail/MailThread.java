package io.ticketwire.ingress.mail;

import java.util.List;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Correspondence;

/** Which ticket a mail belongs to, by what it says of itself. */
public final class MailThread {

    private MailThread() {}

    /** By what the mail finds its ticket; the reason that nobody wrote it is in there, too. */
    public static Correspondence of(MailMessage mail, Connector connector) {
        return new Correspondence(
                connector.name(),
                connector.type(),
                connector.createsTickets(),
                String.valueOf(mail.messageId()),
                List.of(),
                mail.inReplyTo(),
                List.of(),
                List.of(),
                null,
                Automatic.of(mail));
    }
}
