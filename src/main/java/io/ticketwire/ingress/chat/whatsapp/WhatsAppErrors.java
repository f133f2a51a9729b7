package io.ticketwire.ingress.chat.whatsapp;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.ErrorCodes;
import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.text.JsonText;

/** Meta's errors (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
public final class WhatsAppErrors {

    private static final ErrorCodes CODES = new ErrorCodes(
            // The recipient, the message or the window of 24 hours is wrong, the account is locked, and it stays so.
            Set.of(
                    "33", "100", "130472", "130497", "131008", "131009", "131020", "131021", "131026", "131030",
                    "131031", "131041", "131047", "131050", "131051", "131062", "131063", "137000"),
            // Limits of rate, a token or a bill that is due, what is blocked or paused for a while, Meta's own
            // failures.
            Set.of(
                    "2", "4", "190", "368", "80007", "130429", "131000", "131016", "131042", "131044", "131048",
                    "131049", "131056", "131057", "131064", "132015", "132069", "133004", "133016"));

    private WhatsAppErrors() {}

    /** The first error of a list; null if there is none. */
    static MessageError of(JsonNode errors) {
        JsonNode error = errors.path(0);
        if (!error.isObject()) {
            return null;
        }
        String code = JsonText.line(error.path("code"));
        return new MessageError(code, reason(error), permanent(code));
    }

    private static String reason(JsonNode error) {
        String details = JsonText.text(error.path("error_data").path("details"));
        if (details != null) {
            return details;
        }
        String title = JsonText.text(error.path("title"));
        return title == null ? JsonText.text(error.path("message")) : title;
    }

    /** Whether sending the message again is of no use; null if that is not known. */
    public static Boolean permanent(String code) {
        Boolean permanent = CODES.isPermanent(code);
        // The others from 132000 to 132999: the template is missing, disabled, or does not fit its parameters.
        boolean template = code != null && code.length() == 6 && code.startsWith("132");
        return permanent == null && template ? Boolean.TRUE : permanent;
    }
}
