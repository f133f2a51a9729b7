package io.ticketwire.event;

/** How much of a ticket an observation says; for platforms whose API can be asked for the rest. */
public enum Completeness {
    /** All that the platform has. */
    COMPLETE,

    /** Some fields, as they are now: of a ticket that was never seen, the rest has to be asked for. */
    PARTIAL,

    /** Not much more than that something happened: the rest has to be asked for in any case. */
    THIN
}
