package io.ticketwire.ingress.message.messagebird;

import java.util.Set;

import io.ticketwire.ingress.message.ErrorCodes;

/**
 * The codes of the SMS platform that MessageBird and Bird share: the mobile networks' own (3GPP TS 29.002, section 17.6.6), in
 * the groups of docs.bird.com, "SMS Platform Extended Error Codes".
 */
public final class MessageBirdErrors {

    private static final ErrorCodes CODES = new ErrorCodes(
            // "Unknown subscriber": there is no active line of this number, or none that can have SMS.
            Set.of("1", "2", "3", "5", "9", "10", "11", "12"),
            // "Unavailable subscriber": out of reach, roaming, busy; a list that is full, a network that fails.
            Set.of("6", "8", "26", "27", "31", "32", "33", "34", "51"));

    private MessageBirdErrors() {}

    /** Whether sending the message again is of no use; null if that is not known. */
    public static Boolean permanent(String code) {
        return CODES.isPermanent(code);
    }
}
