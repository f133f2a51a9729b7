package io.ticketwire.ingress.message;

import java.util.Set;

import io.ticketwire.ingress.ticket.EmailAddresses;

/** The two ends of a message as the contract writes them, whatever the channel. */
public final class Ends {

    /** A long number of another channel is an account's id. */
    private static final Set<String> OF_PHONES = Set.of("sms", "mms", "whatsapp", "rcs", "viber");

    private Ends() {}

    /**
     * A phone number with +, a bare e-mail address, or what else the channel knows people by. Null stays null.
     *
     * @param channel null if it is not known: a number is taken for a phone's
     */
    public static String of(String end, String channel) {
        if (end == null) {
            return null;
        }
        EmailAddresses.Mailbox mailbox = EmailAddresses.parse(end);
        if (mailbox != null) {
            return mailbox.address();
        }
        return channel == null || OF_PHONES.contains(channel) ? PhoneNumbers.international(end) : end;
    }
}
