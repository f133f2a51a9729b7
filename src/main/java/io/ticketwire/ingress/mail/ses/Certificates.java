package io.ticketwire.ingress.mail.ses;

import java.net.URI;

import io.smallrye.mutiny.Uni;

/** Certificates by where they are. */
interface Certificates {

    /** What is known of a certificate. */
    sealed interface Lookup {

        record Found(SigningCertificate certificate) implements Lookup {}

        /** It could not be fetched a moment ago, or may not be fetched now. */
        record Unavailable() implements Lookup {}

        /** @param later what is known when it is there, or is not: none of these, never a failure */
        record Fetching(Uni<Lookup> later) implements Lookup {}
    }

    /**
     * Looks for a certificate; never blocks.
     *
     * @param url checked to be SNS's own, or that of the connector's proxy
     */
    Lookup find(URI url);
}
