package io.ticketwire.ingress;

/** What came of checking a signature. */
public sealed interface Verification {

    /** Signed with a secret of the connector. */
    record Verified() implements Verification {}

    /** The connector has no secret and the scheme is optional. */
    record Unsigned() implements Verification {}

    /** @param reason a stable word for log and metrics; it is not told to the sender */
    record Refused(String reason) implements Verification {}
}
