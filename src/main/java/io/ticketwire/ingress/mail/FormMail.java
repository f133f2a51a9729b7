package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

import io.ticketwire.ingress.IncomingRequest;

/**
 * What a form has of a mail, beside its fields: the mail as it is, or its attachments as files.
 *
 * @param raw the names that a field or file with the mail as it is may have
 */
public record FormMail(IncomingRequest request, Set<String> raw) implements MailSource {

    @Override
    public void read(MailVisitor visitor) throws IOException {
        MailForm.read(request, (part, bytes) -> show(part, bytes, visitor));
    }

    /** Shows a part, if it is one of a mail. */
    public void show(MailForm.Part part, InputStream bytes, MailVisitor visitor) throws IOException {
        if (raw.contains(part.name())) {
            MimeMail.read(bytes, visitor);
        } else if (isAttachment(part)) {
            visitor.attachment(part.ofMail(), bytes);
        }
    }

    /** Whether it is shown as an attachment. */
    public boolean isAttachment(MailForm.Part part) {
        return part.file() && !raw.contains(part.name());
    }
}
