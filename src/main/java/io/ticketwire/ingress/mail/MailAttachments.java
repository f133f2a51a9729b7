package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;

import io.ticketwire.ingress.AttachmentSink;
import io.ticketwire.ingress.Attachments;
import io.ticketwire.ingress.message.Media;

/**
 * The attachments of a mail, read out of it a second time.
 *
 * @param media what is known of them, in their order
 */
record MailAttachments(MailSource source, List<Media> media) implements Attachments {

    @Override
    public boolean isEmpty() {
        return media.isEmpty();
    }

    @Override
    public void writeTo(AttachmentSink sink) throws IOException {
        Iterator<Media> next = media.iterator();
        source.read(new MailVisitor() {
            @Override
            public void header(String name, String value) {
                // It is known already.
            }

            @Override
            public void text(MailPart part, boolean html, int alternative, InputStream bytes) {
                // It is known already.
            }

            @Override
            public void attachment(MailPart part, InputStream bytes) throws IOException {
                if (next.hasNext()) {
                    Media one = next.next();
                    sink.take(UUID.fromString(one.id()), one.filename(), one.mime(), bytes);
                }
            }
        });
    }
}
