package io.ticketwire.ingress.detect;

import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;

/** The id that the source gives the ticket, never that of the event that tells of it. */
final class IdReader {
    private static final Pattern JIRA_KEY = Pattern.compile("[A-Z][A-Z0-9_]+-\\d+");
    private static final Pattern EVENT_ID = Pattern.compile("(?:evt|event|notif|whk|req)_.*");

    private IdReader() {}

    static String read(Candidate ticket, Values values) {
        String id = own(ticket.fields(), values);
        if (id != null || ticket.parents().isEmpty()) {
            return id == null ? elsewhere(ticket.fields(), values) : id;
        }
        for (Fields parent : ticket.parents()) {
            for (String name : Synonyms.EXPLICIT_ID) {
                id = values.id(parent.get(name));
                if (id != null) {
                    return id;
                }
            }
        }
        return elsewhere(ticket.fields(), values);
    }

    private static String own(Fields fields, Values values) {
        JsonNode key = fields.get("key");
        if (key != null && key.isTextual() && JIRA_KEY.matcher(key.textValue()).matches()) {
            return values.id(key);
        }
        for (String name : Synonyms.ID) {
            String id = values.id(fields.get(name));
            if (id != null && !EVENT_ID.matcher(id).matches()) {
                return id;
            }
        }
        return null;
    }

    /** Salesforce's change events say in the header which record changed; of a mail the message's id is all there is. */
    private static String elsewhere(Fields fields, Values values) {
        String record = values.id(
                fields.object().path("ChangeEventHeader").path("recordIds").get(0));
        return record == null ? values.id(fields.get("message_id")) : record;
    }
}
