package io.ticketwire.ingress.ticket;

import java.util.function.UnaryOperator;

/**
 * A status or a priority.
 *
 * @param raw the source's word or number; null if it gives none
 * @param ours the contract's word; null if the source's is none that we know
 */
public record State(String raw, String ours) {

    /** The source says nothing. */
    public static final State NOT_GIVEN = new State(null, null);

    /** A word of the source through a table; words that mean nothing ("-", "None") are as if not given. */
    public static State of(String raw, UnaryOperator<String> table) {
        return raw == null || Values.isAbsent(raw.trim()) ? NOT_GIVEN : new State(raw, table.apply(raw));
    }
}
