package io.ticketwire.ingress.signature;

import java.util.List;
import java.util.Optional;

import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;

/** A header that must be there, and once: of two values nobody knows which one is meant. */
final class SentOnce {

    private SentOnce() {}

    /**
     * Why the request is refused; empty if the header was sent once.
     *
     * @param missing the reason if there is none
     */
    static Optional<Verification> refusal(IncomingRequest request, String header, String missing, Trail trail) {
        List<String> values = request.headers(header);
        return values.size() == 1
                ? Optional.empty()
                : Optional.of(trail.refuse(
                        values.isEmpty() ? missing : "repeated",
                        "header " + header,
                        () -> values.isEmpty() ? "The request has no such header" : "It was sent more than once"));
    }
}
