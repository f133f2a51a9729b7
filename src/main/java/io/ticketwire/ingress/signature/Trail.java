package io.ticketwire.ingress.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.ticketwire.ingress.Verification;

/**
 * The steps of a verification, noted for a person who looks for what is wrong. In the request path nobody looks and
 * nothing is noted. A secret never gets in; of a signature that was expected, only its beginning, so that nobody can have
 * a request of his own signed here.
 */
public final class Trail {

    /** Notes nothing. */
    public static final Trail NONE = new Trail(null);

    private static final int SHOWN_OF_EXPECTED = 8;

    /**
     * A check and what came of it.
     *
     * @param detail a sentence
     */
    public record Step(String check, boolean passed, String detail) {}

    /**
     * What was signed, and the signature that came with it.
     *
     * @param given without its prefix
     * @param secrets that were accepted; for trying what else could have been meant, never to be shown
     * @param how what is signed, in words, e.g. {@code timestamp + body}
     */
    public record Signed(SignatureHeader header, String given, List<String> secrets, String how, byte[][] parts) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return header.name() + " over " + how;
        }
    }

    private final List<Step> steps;
    private Signed signed;

    private Trail(List<Step> steps) {
        this.steps = steps;
    }

    /** One that notes. */
    public static Trail noting() {
        return new Trail(new ArrayList<>());
    }

    /** The steps so far; none if nothing is noted. */
    public List<Step> steps() {
        return steps == null ? List.of() : List.copyOf(steps);
    }

    /** What was signed; null if it did not come to that. */
    public Signed signed() {
        return signed;
    }

    /** A check that was passed. */
    public void pass(String check, Supplier<String> detail) {
        note(check, true, detail);
    }

    /** The last check was passed: the request is genuine. */
    public Verification verified(String check, Supplier<String> detail) {
        note(check, true, detail);
        return new Verification.Verified();
    }

    /**
     * As {@link #verified(String, Supplier)}, by a scheme that has a nonce.
     *
     * @param nonce see {@link Verification.Verified}; null if this request has none
     */
    public Verification verified(String nonce, String check, Supplier<String> detail) {
        note(check, true, detail);
        return new Verification.Verified(nonce);
    }

    /** The last check was passed: the sender is who it should be, but its signature says nothing of the body. */
    public Verification senderOnly(String nonce, String check, Supplier<String> detail) {
        note(check, true, detail);
        return new Verification.SenderOnly(nonce);
    }

    /** There is nothing to check. */
    public Verification unsigned() {
        note("secret", true, () -> "The connector has no secret: everything is accepted, and marked as not verified");
        return new Verification.Unsigned();
    }

    /**
     * A check that failed.
     *
     * @param reason a stable word for log and metrics
     */
    public Verification refuse(String reason, String check, Supplier<String> detail) {
        note(check, false, detail);
        return new Verification.Refused(reason);
    }

    /**
     * A check that can't be made now.
     *
     * @param reason a stable word
     */
    public Verification undecided(String reason, String check, Supplier<String> detail) {
        note(check, false, detail);
        return new Verification.Undecided(reason);
    }

    void signed(Signed text) {
        if (steps != null) {
            signed = text;
        }
    }

    private void note(String check, boolean passed, Supplier<String> detail) {
        if (steps != null) {
            steps.add(new Step(check, passed, detail.get()));
        }
    }

    static String mismatch(String prefix, String given, List<String> expected) {
        String all = expected.stream()
                .map(one -> prefix + one.substring(0, Math.min(SHOWN_OF_EXPECTED, one.length())) + "...")
                .collect(Collectors.joining(" or "));
        String begins = given.substring(0, Math.min(SHOWN_OF_EXPECTED, given.length()));
        return "Expected %s (%d characters), given %s%s... (%d characters)"
                .formatted(all, expected.get(0).length(), prefix, begins, given.length());
    }
}
