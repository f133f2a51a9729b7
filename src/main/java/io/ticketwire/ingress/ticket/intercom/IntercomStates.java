package io.ticketwire.ingress.ticket.intercom;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.PriorityWords;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.StatusWords;
import io.ticketwire.ingress.ticket.Values;

/** Intercom's states and priorities, in ours. */
final class IntercomStates {

    private IntercomStates() {}

    /** {@code state} is open, closed or snoozed; some forms have only {@code open} and {@code snoozed_until}. */
    static State ofConversation(JsonNode conversation) {
        State state = State.of(new Values().text(conversation.path("state"), "status"), StatusWords::of);
        if (state.ours() != null) {
            return state;
        }
        if (conversation.path("snoozed_until").isNumber()) {
            return new State("snoozed", "pending");
        }
        JsonNode open = conversation.path("open");
        return open.isBoolean() ? ofOpen(open.booleanValue()) : state;
    }

    /**
     * A state is an object since version 2.12, a word before, and called otherwise in short forms.
     *
     * @param open whether its conversation is
     */
    static State ofTicket(JsonNode ticket, JsonNode open) {
        JsonNode given = ticket.has("ticket_state") ? ticket.path("ticket_state") : ticket.path("state");
        State state = given.isObject() ? ofObject(given) : of(given);
        if (open.isBoolean()
                && (state.ours() == null
                        || !open.booleanValue() && !state.ours().equals("resolved"))) {
            return ofOpen(open.booleanValue());
        }
        return state;
    }

    /** A conversation is a priority or not; that it is not does not make it a low one. */
    static State priority(JsonNode given) {
        String raw = given.isBoolean()
                ? given.booleanValue() ? "priority" : "not_priority"
                : new Values().text(given, "priority");
        return State.of(raw, word -> switch (word) {
            case "priority" -> "high";
            case "not_priority" -> "medium";
            default -> PriorityWords.of(word);
        });
    }

    private static State ofObject(JsonNode state) {
        State category = of(state.path("category"));
        return category.ours() == null ? of(state.path("internal_label")) : category;
    }

    private static State of(JsonNode word) {
        return State.of(new Values().text(word, "status"), StatusWords::of);
    }

    private static State ofOpen(boolean open) {
        return open ? new State("open", "open") : new State("closed", "closed");
    }
}
