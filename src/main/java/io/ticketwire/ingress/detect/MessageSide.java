package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Which side of a conversation a message comes from. */
final class MessageSide {
    private static final Set<String> OUTWARD =
            Set.of("outgoing", "outbound", "out", "sent", "note", "activity", "template", "internal");

    private static final Set<String> INWARD = Set.of("in", "inbound", "incoming");

    private MessageSide() {}

    /** Written by an agent or a machine, or for agents only. A message that says nothing of this is not ours. */
    static boolean isOurs(JsonNode message) {
        for (String flag :
                List.of("internal", "private", "from_agent", "is_agent", "is_internal", "is_private", "isPrivate")) {
            if (message.path(flag).asBoolean()) {
                return true;
            }
        }
        for (String flag : List.of("public", "is_public", "from_customer", "is_client_reply", "is_customer")) {
            if (message.path(flag).isBoolean() && !message.path(flag).booleanValue()) {
                return true;
            }
        }
        for (String kind : List.of("message_type", "direction", "type")) {
            if (OUTWARD.contains(message.path(kind).asText().toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return isByStaff(message);
    }

    /** Says itself that the customer wrote it. */
    static boolean isTheirs(JsonNode message) {
        return !isOurs(message)
                && (INWARD.contains(message.path("direction").asText().toLowerCase(Locale.ROOT))
                        || message.path("is_inbound").asBoolean()
                        || message.path("sender").asText().equalsIgnoreCase("customer"));
    }

    private static boolean isByStaff(JsonNode message) {
        for (String by : List.of("author", "sender", "user", "created_by", "createdBy", "from", "by")) {
            boolean userIsStaff = !by.equals("author") && !by.equals("by");
            if (Person.isStaff(message.get(by), userIsStaff) || Person.isStaffWord(message.get(by), false)) {
                return true;
            }
        }
        return Person.isStaffWord(message.get("sender_type"), true)
                || Person.isStaffWord(message.get("author_type"), true);
    }
}
