package io.ticketwire.ingress.message.gupshup;

import java.util.Set;

import io.ticketwire.ingress.chat.whatsapp.WhatsAppErrors;
import io.ticketwire.ingress.message.ErrorCodes;

/** Gupshup's error codes (https://docs.gupshup.io/docs/error-and-status-messages); all others are Meta's. */
final class GupshupErrors {

    private static final ErrorCodes CODES = new ErrorCodes(
            // No WhatsApp at the number, a closed window of 24 hours, no consent, no such template, media that can't be
            // sent.
            Set.of("1002", "1004", "1005", "1006", "1007", "1008", "1010", "1011", "1012", "4003", "4004"),
            // Gupshup's own failures, an empty wallet, a limit of rate, a template that is paused.
            Set.of("500", "1003", "4001", "4005"));

    private GupshupErrors() {}

    /** Whether sending the message again is of no use; null if that is not known. */
    static Boolean permanent(String code) {
        Boolean permanent = CODES.isPermanent(code);
        return permanent == null ? WhatsAppErrors.permanent(code) : permanent;
    }
}
