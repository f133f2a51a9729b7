package io.ticketwire.ingress;

import java.util.Set;

import io.vertx.core.http.HttpMethod;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.signature.Trail;

/** A sender of callbacks: how it signs and what its payloads say. One implementation, one file per provider. */
public interface Provider {

    /** The connector types that it serves. */
    Set<String> types();

    /** Whether it sends bodies of this media type; null if the sender gave none. */
    default boolean reads(String mediaType) {
        return mediaType == null || mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    /** Whether what it has to say comes by this method; all send POST, and some GET. */
    default boolean isCalledBy(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    /** Whether its bodies are mails: larger than those of any other provider, and on disk perhaps. */
    default boolean readsMail() {
        return false;
    }

    /**
     * Whether its requests are verified and read on a thread that may wait, since there may be a mail in them; those of any other
     * provider on the event loop.
     */
    default boolean takesLong() {
        return readsMail();
    }

    /**
     * Checks the signature over the bytes as received. Never throws for what a sender sent.
     *
     * @param trail notes the steps, if anybody wants to know them
     */
    Verification verify(IncomingRequest request, Connector connector, Trail trail);

    /** Reads a request whose signature is in order. Never throws for what a sender sent. */
    Reading read(IncomingRequest request, Connector connector);

    /** What of its bodies must not be kept for people to look at; null if there is nothing. */
    default CredentialFields credentialFields() {
        return null;
    }

    /** The header that is a credential although its name does not say so, in lower case; null if there is none. */
    default String credentialHeader(Connector connector) {
        return null;
    }

    /** The answer to what was taken, or was of no use and is kept. */
    default Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.received(connector.name());
    }

    /** Answers a GET. */
    default Greeting greet(IncomingRequest request, Connector connector) {
        return new Greeting.None();
    }
}
