package io.ticketwire.security;

/** What is shown of a secret, so that people can tell two apart. */
public final class SecretHint {

    private static final int SHOWN = 4;
    private static final int LONG_ENOUGH = 12;

    private SecretHint() {}

    /** The last four characters, or none of a short secret; null if there is no secret. */
    public static String of(String secret) {
        if (secret == null || secret.isEmpty()) {
            return null;
        }
        return secret.length() < LONG_ENOUGH ? "…" : "…" + secret.substring(secret.length() - SHOWN);
    }
}
