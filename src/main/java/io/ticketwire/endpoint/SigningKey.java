package io.ticketwire.endpoint;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key that requests are signed with, made from the endpoint's secret.
 *
 * <ul>
 *   <li>{@code sha256} and {@code hex}: the UTF-8 bytes of the whole secret, as it was shown, prefix included;
 *   <li>{@code standard}: the bytes behind {@code whsec_}, decoded from base64, as Standard Webhooks has it.
 * </ul>
 */
public final class SigningKey {

    private static final String PREFIX = "whsec_";
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]{16,128}");
    private static final int GENERATED_BYTES = 32;
    private static final int LEAST_STANDARD_BYTES = 24;
    private static final int MOST_STANDARD_BYTES = 64;

    private SigningKey() {}

    /**
     * The bytes to sign with.
     *
     * @param secret one that {@link #refusal} has nothing against
     */
    public static byte[] of(SignatureScheme scheme, String secret) {
        return scheme == SignatureScheme.STANDARD ? decode(secret) : secret.getBytes(StandardCharsets.UTF_8);
    }

    /** A new secret that fits every scheme. */
    static String generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** Why a secret does not fit a scheme; empty if it does. */
    static Optional<String> refusal(SignatureScheme scheme, String secret) {
        if (!PRINTABLE.matcher(secret).matches()) {
            return Optional.of("must have 16 to 128 printable ASCII characters");
        }
        return scheme == SignatureScheme.STANDARD && !isStandard(secret)
                ? Optional.of("must be whsec_ and the base64 of %d to %d bytes for the signature standard"
                        .formatted(LEAST_STANDARD_BYTES, MOST_STANDARD_BYTES))
                : Optional.empty();
    }

    private static boolean isStandard(String secret) {
        try {
            int bytes = decode(secret).length;
            return secret.startsWith(PREFIX) && bytes >= LEAST_STANDARD_BYTES && bytes <= MOST_STANDARD_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] decode(String secret) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        return Base64.getDecoder().decode(encoded);
    }
}
