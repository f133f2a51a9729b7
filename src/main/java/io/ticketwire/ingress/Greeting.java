package io.ticketwire.ingress;

/** What becomes of a GET, by which a provider may ask whether an address is really ours before it sends there. */
public sealed interface Greeting {

    /** The answer that it wants. */
    record Welcome(Reply reply) implements Greeting {}

    /** It asks wrongly, or is not who it should be. */
    record Refused(String detail) implements Greeting {}

    /** This provider never asks. */
    record None() implements Greeting {}
}
