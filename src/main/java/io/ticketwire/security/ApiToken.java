package io.ticketwire.security;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;

/**
 * A token as this process knows it.
 *
 * @param hash SHA-256 of the token
 */
record ApiToken(UUID id, String role, byte[] hash) {

    private static final int BYTES = 32;

    /** A new token, in full. */
    static String generate() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return "twk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
