package io.ticketwire.ingress.ticket;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.ingress.JsonBody;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * JSON that a help desk made by putting texts into somebody's template, not always escaped: a line break or a quotation mark
 * in a description breaks it. What can't be read even leniently still names its ticket.
 */
public final class TemplatedJson {

    private static final ObjectReader LENIENT = JsonBody.READER.withFeatures(
            JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
            JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
            JsonReadFeature.ALLOW_TRAILING_COMMA,
            JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS);

    private static final Pattern ID =
            Pattern.compile("\"(ticket_?)?id\"\\s*+:\\s*+\"?#?(\\d{1,19})(?!\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern OF_TICKET = Pattern.compile("\"(?:ticket|freshdesk_webhook)\"\\s*+:\\s*+\\z");

    /** Characters before a brace in which the name of its object is looked for. */
    private static final int NAME = 100;

    private static final int MOST_IDS = 20;

    private TemplatedJson() {}

    /** Reads a body; of one that is broken, an object with nothing but {@code ticket_id}. Never throws. */
    public static JsonBody of(byte[] body) {
        JsonBody strict = JsonBody.of(body);
        if (strict instanceof JsonBody.Parsed) {
            return strict;
        }
        JsonNode root = lenient(body);
        if (root == null) {
            root = ticketNamedIn(new String(body, UTF_8));
        }
        return root == null ? strict : new JsonBody.Parsed(root);
    }

    private static JsonNode lenient(byte[] body) {
        try {
            JsonNode root = LENIENT.readValue(body);
            return root.isContainerNode() ? root : null;
        } catch (IOException broken) {
            return null;
        }
    }

    /** By the first id that is called the ticket's, or stands in the root or the ticket: others may have ids, too. */
    private static JsonNode ticketNamedIn(String text) {
        Matcher id = ID.matcher(text);
        for (int found = 0; found < MOST_IDS && id.find(); found++) {
            if (id.group(1) != null || isOfTicket(text, text.lastIndexOf('{', id.start()))) {
                return JsonNodeFactory.instance.objectNode().put("ticket_id", id.group(2));
            }
        }
        return null;
    }

    private static boolean isOfTicket(String text, int brace) {
        if (brace < 0) {
            return false;
        }
        String before = text.substring(Math.max(0, brace - NAME), brace);
        return before.isBlank() && brace < NAME || OF_TICKET.matcher(before).find();
    }
}
