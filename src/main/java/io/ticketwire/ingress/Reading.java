package io.ticketwire.ingress;

import java.net.URI;
import java.util.List;

/** What a request says. */
public sealed interface Reading {

    /**
     * What happened.
     *
     * @param events at least one
     * @param beside what of the same body is of no use and is kept for a person to look at; null if there is nothing
     * @param attachments of the events' messages
     */
    record Events(List<InboundEvent> events, Nothing beside, Attachments attachments) implements Reading {

        public Events(List<InboundEvent> events) {
            this(events, null, Attachments.NONE);
        }
    }

    /**
     * A body that is fine but holds nothing to act on; it is kept for a person to look at.
     *
     * @param reason a stable word
     */
    record Nothing(String reason, String detail) implements Reading {}

    /**
     * The protocol itself talks: a challenge, a ping, an echo of what we said. Answered and counted, and not kept.
     *
     * @param reason a stable word
     */
    record Answered(String reason, Reply reply) implements Reading {}

    /**
     * The sender wants to hear from us, by a GET, that its callbacks are wanted here.
     *
     * @param url checked to be the sender's own
     */
    record Confirmation(URI url) implements Reading {}

    /**
     * Meant for another route.
     *
     * @param detail for the sender: which one
     */
    record Misdirected(String detail) implements Reading {}

    /** @param detail for the sender */
    record Malformed(String detail) implements Reading {}
}
