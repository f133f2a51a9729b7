package io.ticketwire.ingress.mail;

import java.util.Locale;
import java.util.Set;

/** Whether a mail is a mail server's own, by its From. */
final class MailDaemon {

    private static final Set<String> NAMES = Set.of("mailer-daemon", "postmaster", "mail-daemon", "maildaemon");

    private MailDaemon() {}

    /**
     * Whether it is that of a mail server. Some write their name alone, or no address at all: {@code MAILER-DAEMON <>}.
     *
     * @param from as it was written; may be null
     */
    static boolean is(String from) {
        if (from == null) {
            return false;
        }
        MailAddress address = MailAddresses.first(from);
        if (address == null) {
            String written = from.substring(from.lastIndexOf('<') + 1).replace(">", "");
            return from.contains("<>") || isName(written);
        }
        return isName(address.email().substring(0, address.email().lastIndexOf('@')));
    }

    private static boolean isName(String text) {
        return NAMES.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
