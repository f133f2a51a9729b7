package io.ticketwire.ingress.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Of a ticket's messages the one that it began with: the customer's earliest, or the first where they bear no time. A single
 * message in an event that is no creation is the newest as likely as the first; only its time can tell.
 */
final class FirstMessage {
    private static final int MAX_MESSAGES = 50;
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final List<String> CONTAINERS = List.of("data", "items", "threads", "conversation_parts", "nodes");

    private final TimeReader times;
    private final EventWords event;

    FirstMessage(TimeReader times, EventWords event) {
        this.times = times;
        this.event = event;
    }

    /** Null if there are only others' ones. */
    JsonNode of(JsonNode messages) {
        JsonNode list = list(messages);
        if (list == null || !list.isArray() || list.isEmpty()) {
            return null;
        }
        JsonNode earliest = null;
        Instant earliestAt = null;
        int left = MAX_MESSAGES;
        for (JsonNode message : list) {
            if (--left < 0) {
                break;
            }
            if (!message.isObject() || MessageSide.isOurs(message)) {
                continue;
            }
            Instant at = times.written(Fields.of(message));
            if (earliest == null || at != null && earliestAt != null && at.isBefore(earliestAt)) {
                earliest = message;
                earliestAt = at;
            }
        }
        return list.size() > 1 || isFirst(earliestAt) ? earliest : null;
    }

    private boolean isFirst(Instant at) {
        if (!event.part() && (event.creation() || event.silent())) {
            return true;
        }
        Instant created = times.ticketMade();
        return at != null && created != null && !at.isAfter(created.plus(AT_ONCE));
    }

    private static JsonNode list(JsonNode value) {
        if (value != null && value.isObject()) {
            for (String key : CONTAINERS) {
                if (value.path(key).isArray()) {
                    return value.get(key);
                }
            }
        }
        return value;
    }
}
