package io.ticketwire.ingress.explain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.ticketwire.ingress.signature.Trail;

/**
 * What the ingress would make of a request.
 *
 * @param verdict {@code verified}, {@code sender_only}, {@code unsigned}, {@code refused} or {@code undecided}
 * @param reason why it is refused or undecided, as in log and metrics; else null
 * @param steps the checks in their order; the last one decided
 * @param signed what a signature was expected over; null if it did not come to that, or the scheme has none
 * @param hints what would make the signature right; empty if nothing that we know of would
 * @param reading what the body says, also if the signature is wrong
 * @param answer what the sender would get
 */
public record Explanation(
        String verdict,
        String reason,
        List<Trail.Step> steps,
        SignedText signed,
        List<String> hints,
        ReadBody reading,
        Answer answer) {

    /**
     * The text that the signature was expected over.
     *
     * @param header that holds the signature
     * @param how what it is made of, in words
     * @param length in bytes
     * @param text its first 4,096 characters, read as UTF-8
     */
    public record SignedText(String header, String how, int length, String text) {}

    /**
     * What the body says.
     *
     * @param kind {@code events}, {@code nothing}, {@code answered}, {@code misdirected} or {@code malformed}
     * @param detail why there are no events; null if there are
     * @param total of the events, of which the first 20 are shown
     */
    public record ReadBody(String kind, String reason, String detail, int total, List<ReadEvent> events) {}

    /** An event as it would go to the inbound topic. */
    public record ReadEvent(UUID id, String type, String subject, Instant time, Object data) {}

    /**
     * What the sender would get.
     *
     * @param body of a 200; null for a problem document
     */
    public record Answer(int status, String body) {}
}
