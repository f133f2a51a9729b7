package io.ticketwire.ingress.message.vonage;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.message.Ends;
import io.ticketwire.text.JsonText;

/**
 * The channel of a message, and how its ends are written.
 *
 * @param name in the words of the contract; null if it is not given
 */
record VonageChannel(String name) {

    static VonageChannel of(JsonNode json) {
        String channel = JsonText.line(json.path("channel"));
        return new VonageChannel("viber_service".equals(channel) ? "viber" : channel);
    }

    /** Somebody's: a phone number where the channel has them. */
    String customer(JsonNode end) {
        return Ends.of(JsonText.line(end), name);
    }

    /** As {@link #customer(JsonNode)}; where WhatsApp hides the number, its id of the user ({@code whatsapp.sender}). */
    String customer(JsonNode end, JsonNode user) {
        for (JsonNode known : new JsonNode[] {end, user.path("wa_id"), user.path("user_id")}) {
            String customer = customer(known);
            if (customer != null) {
                return customer;
            }
        }
        return null;
    }

    /** Ours: on Viber the id of a service, though it looks like a number. */
    String business(JsonNode end) {
        return "viber".equals(name) ? JsonText.line(end) : customer(end);
    }
}
