package io.ticketwire.ingress;

import java.util.List;

/** What a request says. */
public sealed interface Reading {

    /** @param events at least one */
    record Events(List<InboundEvent> events) implements Reading {}

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
     * Meant for another route.
     *
     * @param detail for the sender: which one
     */
    record Misdirected(String detail) implements Reading {}

    /** @param detail for the sender */
    record Malformed(String detail) implements Reading {}
}
