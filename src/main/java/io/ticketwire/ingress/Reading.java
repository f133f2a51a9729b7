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

    /** @param detail for the sender */
    record Malformed(String detail) implements Reading {}
}
