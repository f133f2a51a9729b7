package io.ticketwire.ingress;

import io.smallrye.mutiny.Uni;

/** What came of checking a signature. */
public sealed interface Verification {

    /**
     * Signed with a secret of the connector, or sent with it by somebody whose scheme knows nothing better.
     *
     * @param nonce what the sender signs once only: with another body, the same one is a forgery; null if the scheme has none
     */
    record Verified(String nonce) implements Verification {

        /** By a scheme that has no nonce. */
        public Verified() {
            this(null);
        }
    }

    /**
     * The sender has a secret of the connector, but used the weaker one of its schemes, which signs no body: what it says is
     * taken and marked as not verified.
     *
     * @param nonce as of {@link Verified}
     */
    record SenderOnly(String nonce) implements Verification {}

    /** The connector has no secret and the scheme is optional. */
    record Unsigned() implements Verification {}

    /** @param reason a stable word for log and metrics; it is not told to the sender */
    record Refused(String reason) implements Verification {}

    /**
     * A key that has to be fetched first.
     *
     * @param later the verification when it is there; never another one of these, never a failure
     */
    record Awaits(Uni<Verification> later) implements Verification {}

    /** @param reason why it can't be said now, as a stable word: the sender may try again */
    record Undecided(String reason) implements Verification {}
}
