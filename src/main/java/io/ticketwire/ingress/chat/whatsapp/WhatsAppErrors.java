package io.ticketwire.ingress.chat.whatsapp;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.MessageError;
import io.ticketwire.ingress.text.JsonText;

/** Meta's errors (https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes). */
public final class WhatsAppErrors {

    /** Limits of rate, a token that has to be renewed, what is wrong at Meta: it may work later. */
    private static final Set<String> TEMPORARY = Set.of(
            "2", "4", "190", "80007", "130429", "131000", "131016", "131048", "131049", "131056", "131057", "133004");

    /** The recipient, the kind of message or the window of 24 hours is wrong, and stays so. */
    private static final Set<String> PERMANENT =
            Set.of("130472", "131008", "131009", "131021", "131026", "131030", "131047", "131050", "131051");

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
        if (code == null) {
            return null;
        }
        // 132000 to 132999: the template is missing, paused, or does not fit its parameters.
        boolean template = code.length() == 6 && code.startsWith("132");
        if (template || PERMANENT.contains(code)) {
            return true;
        }
        return TEMPORARY.contains(code) ? false : null;
    }
}
