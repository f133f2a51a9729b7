package io.ticketwire.ingress.message.plivo;

import java.util.Set;

import io.ticketwire.ingress.message.ErrorCodes;

/** Plivo's error codes of messages (https://www.plivo.com/docs/messaging/troubleshooting/error-codes). */
final class PlivoErrors {

    private static final ErrorCodes CODES = new ErrorCodes(
            // Content, sender or recipient is wrong, or the recipient wants no more.
            Set.of("10", "30", "40", "50", "60", "70", "100", "110", "200", "201", "450"),
            // The network, a recipient who is away, a message that waited too long, an account without credit.
            Set.of("20", "80", "300", "420", "900"));

    private PlivoErrors() {}

    /** Whether sending the message again is of no use; null if that is not known. */
    static Boolean permanent(String code) {
        return CODES.isPermanent(code);
    }
}
