package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;

import io.smallrye.mutiny.Uni;

/** Public keys by their ids. */
interface SigningKeys {

    /** What is known of a key. */
    sealed interface Lookup {

        record Found(PublicKey key) implements Lookup {}

        /** The source has no such key, or had none when it was asked last. */
        record Unknown() implements Lookup {}

        /** There are no keys at all, and the source does not answer. */
        record Unavailable() implements Lookup {}

        /** @param later what is known when the source has answered, or has not: none of these, never a failure */
        record Fetching(Uni<Lookup> later) implements Lookup {}
    }

    /** Looks for a key; never blocks. */
    Lookup find(String keyId);
}
