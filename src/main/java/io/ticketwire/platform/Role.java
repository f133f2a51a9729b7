package io.ticketwire.platform;

import java.util.Locale;

/** What a process can do. Operators scale each by itself. */
public enum Role {
    /** Takes callbacks under {@code /api/webhooks}. Consumes nothing. */
    INGRESS,
    /** Serves the management API under {@code /api/v1}. */
    API,
    /** Keeps ticket state and says what really happened; relays the outbox. */
    TRACKER,
    /** Matches events to endpoints. */
    FANOUT,
    /** Delivers, retries, records attempts. */
    DELIVERY,
    /** Tells administrators of endpoints in trouble. */
    ALERTS,
    /** Reads what customers write, and keeps what it has read. */
    INTELLIGENCE;

    /** The word in the configuration. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
