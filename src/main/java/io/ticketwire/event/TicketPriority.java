package io.ticketwire.event;

import java.util.List;

/** The words for a ticket's priority on the wire. */
public final class TicketPriority {
    public static final String LOW = "low";
    public static final String MEDIUM = "medium";
    public static final String HIGH = "high";
    public static final String URGENT = "urgent";

    /** All, from the least to the most. */
    public static final List<String> ALL = List.of(LOW, MEDIUM, HIGH, URGENT);

    private TicketPriority() {}
}
