package io.ticketwire.ingress.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A header that holds the ECDSA signature of a time, as it was sent, and the body, with SHA-256: DER, in base64. The time is
 * looked at last, so that a genuine request that comes late is told apart from a forged one.
 *
 * @param header its name, in lower case
 * @param time the header that is signed before the body
 */
public record EcdsaSignature(String header, SignedTime time) {

    private static final String ALGORITHM = "SHA256withECDSA";

    /** That of P-521, the largest curve, has 188 characters. */
    private static final int MAX_LENGTH = 256;

    private static final int BUFFER = 8_192;

    /**
     * Checks a request, whose body may be on disk: what of it can't be read is an {@link UncheckedIOException}.
     *
     * @param keys those that are accepted, base64 of X.509's SubjectPublicKeyInfo
     */
    public Verification verify(IncomingRequest request, Connector connector, List<String> keys, Trail trail) {
        Optional<Verification> missing =
                SentOnce.refusal(request, header, "missing", trail).or(() -> time.missing(request, trail));
        if (missing.isPresent()) {
            return missing.get();
        }
        Optional<byte[]> given = decoded(request.header(header));
        if (given.isEmpty()) {
            return trail.refuse("malformed", "header " + header, () -> "It is not base64 of a signature");
        }
        trail.pass("header " + header, () -> "Given once, " + given.get().length + " bytes");
        List<PublicKey> usable = PublicKeys.of(keys);
        if (usable.isEmpty()) {
            String reason = keys.isEmpty() ? "no_secret" : "unusable_key";
            return trail.refuse(reason, "public key", () -> "The connector has no public key that can be used");
        }
        if (!isSigned(request, usable, given.get())) {
            return trail.refuse("mismatch", "signature", () -> mismatch(request, usable.size()));
        }
        trail.pass("signature", () -> "It is right for one of " + usable.size() + " public key(s)");
        return time.refusal(request, connector, trail).orElseGet(Verification.Verified::new);
    }

    private static Optional<byte[]> decoded(String value) {
        try {
            return value.isEmpty() || value.length() > MAX_LENGTH
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(value));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Whether one of the keys made the signature; the body is read once for all of them. */
    private boolean isSigned(IncomingRequest request, List<PublicKey> keys, byte[] given) {
        try {
            List<Signature> checks = new ArrayList<>(keys.size());
            for (PublicKey key : keys) {
                Signature check = Signature.getInstance(ALGORITHM);
                check.initVerify(key);
                check.update(request.header(time.header()).getBytes(UTF_8));
                checks.add(check);
            }
            update(checks, request.content());
            boolean signed = false;
            for (Signature check : checks) {
                signed |= isRight(check, given);
            }
            return signed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
        }
    }

    private static void update(List<Signature> checks, Content content) throws IOException, SignatureException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream body = content.open()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (Signature check : checks) {
                    check.update(buffer, 0, read);
                }
            }
        }
    }

    private static boolean isRight(Signature check, byte[] given) {
        try {
            return check.verify(given);
        } catch (SignatureException noSignature) {
            return false;
        }
    }

    private static String mismatch(IncomingRequest request, int keys) {
        return "It is of none of " + keys + " public key(s) for the time and the body of "
                + request.content().length()
                + " bytes: another key, or a body that was changed on its way, if only by the line feed at its end";
    }
}
