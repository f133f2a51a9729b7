package io.ticketwire.delivery;

import io.ticketwire.platform.Where;

/** The filters of the list of deliveries; each may be null. All of them use an index: see the migration V4.1. */
record DeliveryFilter(
        String endpointId,
        String status,
        String eventType,
        String eventId,
        String ticketId,
        String since,
        String until) {

    /** A ticket's deliveries are those of its events: an index on the subject would be a fifth of what a delivery writes. */
    Where where() {
        Where where = new Where()
                .isId("endpoint_id", "endpoint_id", endpointId)
                .isOneOf(
                        DeliveryStatus.TROUBLE.contains(status) ? "trouble" : "status",
                        "status",
                        status,
                        DeliveryStatus.ALL)
                .is("event_type", "event_type", eventType)
                .isId("event_id", "event_id", eventId)
                .isIn("event_id", "select e.id from events e where e.subject", "ticket_id", ticketId)
                .within("deliveries", "created_at", since, until);
        return DeliveryStatus.PENDING.equals(status) ? where.holds(PendingMark.NOT_BEFORE) : where;
    }
}
