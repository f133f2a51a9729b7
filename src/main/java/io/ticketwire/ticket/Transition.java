package io.ticketwire.ticket;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ticketwire.event.EventType;
import io.ticketwire.event.Ticket;

/** What an observation means for a ticket. */
sealed interface Transition {

    /** From what to what a field changed. */
    record Change(Object from, Object to) {}

    /** Something happened: the ticket is now this, and the world is to be told. */
    record Happened(EventType type, Known now, Map<String, Change> changes) implements Transition {
        Ticket ticket() {
            return now.ticket();
        }

        /** The event's value. */
        Object value() {
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("ticket", ticket());
            if (!changes.isEmpty()) {
                value.put("changes", changes);
            }
            return value;
        }
    }

    /** Nothing to tell; the ticket is now this (its clock may have moved on). */
    record Silent(Known now) implements Transition {}

    /** Nothing to tell and nothing to keep: older than what is known, or about a ticket that is gone already. */
    record Ignored() implements Transition {}
}
