package io.ticketwire.event;

/** Types on the inbound topic that are no public event yet: the tracker decides what really happened. */
public final class InboundType {

    /** A {@link TicketObservation}: becomes ticket.created, .updated, .resolved, .reopened, .deleted, or nothing. */
    public static final String TICKET_OBSERVED = "ticket.observed";

    /** A contact as the source sees it: becomes contact.created, contact.updated, or nothing. */
    public static final String CONTACT_OBSERVED = "contact.observed";

    /**
     * A {@link ReceivedMessage}: becomes message.incoming, and with the ticket that it belongs to or makes,
     * conversation.added or ticket.created.
     */
    public static final String MESSAGE_RECEIVED = "message.received";

    /** On the dead inbound topic: genuine, but unusable input. */
    public static final String REJECTED = "inbound.rejected";

    private InboundType() {}
}
