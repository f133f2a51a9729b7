package io.ticketwire.ingress.mail;

import java.io.IOException;

/** Where a mail can be read from, as often as is wanted: it is never held as a whole. */
@FunctionalInterface
public interface MailSource {

    /** Shows all of it to a visitor; what can't be understood is left out. */
    void read(MailVisitor visitor) throws IOException;
}
