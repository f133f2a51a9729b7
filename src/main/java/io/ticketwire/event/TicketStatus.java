package io.ticketwire.event;

import java.util.List;

/** The words for a ticket's status on the wire. */
public final class TicketStatus {
    public static final String NEW = "new";
    public static final String OPEN = "open";
    public static final String PENDING = "pending";
    public static final String ON_HOLD = "on_hold";
    public static final String RESOLVED = "resolved";
    public static final String CLOSED = "closed";

    /** All, from the first to the last in a ticket's life. */
    public static final List<String> ALL = List.of(NEW, OPEN, PENDING, ON_HOLD, RESOLVED, CLOSED);

    private TicketStatus() {}

    /** Whether nobody works on a ticket of this status any more; false for null. */
    public static boolean finished(String status) {
        return RESOLVED.equals(status) || CLOSED.equals(status);
    }

    /** Whether this is one of the words; false for null. */
    public static boolean known(String status) {
        return status != null && ALL.contains(status);
    }
}
