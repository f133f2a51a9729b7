package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;

/** Is shown the parts of a mail in their order, which is the same whenever the same mail is read. */
public interface MailVisitor {

    /** A header of the mail itself, unfolded, as it was written. */
    void header(String name, String value);

    /**
     * A part that people read.
     *
     * @param html or plain text
     * @param alternative the same for parts that say the same in other words; negative if there are none such
     * @param bytes with their transfer encoding undone
     */
    void text(MailPart part, boolean html, int alternative, InputStream bytes) throws IOException;

    /** Any other part; as {@link #text}. */
    void attachment(MailPart part, InputStream bytes) throws IOException;
}
