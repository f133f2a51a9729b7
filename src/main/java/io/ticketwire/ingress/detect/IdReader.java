package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** The id that the source gives the ticket, never that of the event that tells of it. Of a mail it is the message's. */
final class IdReader {
    private static final Pattern JIRA_KEY = Pattern.compile("[A-Z][A-Z0-9_]+-\\d+");
    private static final Pattern EVENT_ID = Pattern.compile("(?:evt|event|notif|whk|req)_.*");

    private IdReader() {}

    static String read(Candidate ticket, Values values) {
        String id = changed(ticket.fields(), values);
        id = id == null ? own(ticket.fields(), values) : id;
        for (int i = 0; id == null && i < ticket.parents().size(); i++) {
            id = first(ticket.parents().get(i), Synonyms.EXPLICIT_ID, values);
        }
        return id == null ? values.id(ticket.fields().get("message_id")) : id;
    }

    /** Salesforce's change events say in the header which record changed. */
    private static String changed(Fields fields, Values values) {
        return values.id(
                fields.object().path("ChangeEventHeader").path("recordIds").get(0));
    }

    /** Frappe's documents have their id as name. */
    private static String own(Fields fields, Values values) {
        JsonNode key = fields.get("key");
        if (key != null && key.isTextual() && JIRA_KEY.matcher(key.textValue()).matches()) {
            return values.id(key);
        }
        String id = first(fields, Synonyms.ID, values);
        return id == null && fields.get("doctype") != null ? values.id(fields.get("name")) : id;
    }

    private static String first(Fields at, List<String> names, Values values) {
        for (String name : names) {
            String id = values.id(at.get(name));
            if (id != null && !EVENT_ID.matcher(id).matches()) {
                return id;
            }
        }
        return null;
    }
}
