package io.ticketwire.ingress.chat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.ProviderEventId;

/**
 * What the value of a button says, in one of the forms that our own cards use: {@code {"t":"<ticket>","op":"<action>",...}},
 * {@code <ticket>|<action>|<nonce>} or {@code <action>:<ticket>}.
 *
 * @param action null if the value names none
 * @param ticketId null if the value names none
 */
public record ButtonValue(String action, String ticketId) {

    private static final ButtonValue NOTHING = new ButtonValue(null, null);
    private static final String ACTION = "([A-Za-z][A-Za-z0-9_-]{0,63})";

    /** An address is no action: what follows the colon does not begin with a slash. */
    private static final Pattern ACTION_FIRST = Pattern.compile(ACTION + ":([^\\s/|][^\\s|]{0,254})");

    private static final Pattern TICKET_FIRST = Pattern.compile("([^\\s|]{1,255})\\|" + ACTION + "\\|[^\\s]*");
    private static final Pattern WORD = Pattern.compile(ACTION);

    /** Reads a value; one in another form, or null, says nothing. */
    public static ButtonValue of(String value) {
        if (value == null) {
            return NOTHING;
        }
        if (value.startsWith("{")) {
            return ofJson(value);
        }
        Matcher ticketFirst = TICKET_FIRST.matcher(value);
        if (ticketFirst.matches()) {
            return new ButtonValue(ticketFirst.group(2), ticketFirst.group(1));
        }
        Matcher actionFirst = ACTION_FIRST.matcher(value);
        return actionFirst.matches() ? new ButtonValue(actionFirst.group(1), actionFirst.group(2)) : NOTHING;
    }

    private static ButtonValue ofJson(String value) {
        try {
            JsonNode said = Json.mapper().readTree(value);
            String action = ProviderEventId.of(said.path("op"));
            boolean known = action != null && WORD.matcher(action).matches();
            return new ButtonValue(known ? action : null, ProviderEventId.of(said.path("t")));
        } catch (JsonProcessingException noJson) {
            return NOTHING;
        }
    }
}
