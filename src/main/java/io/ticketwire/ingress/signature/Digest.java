package io.ticketwire.ingress.signature;

import io.ticketwire.platform.Hmac;
import io.ticketwire.platform.Sha256;

/** How a secret and a text become a signature. */
public enum Digest {
    HMAC_SHA256,
    HMAC_SHA1,

    /** The plain hash of secret and text, one after the other (HubSpot's first two schemes). */
    SHA256_OF_SECRET_AND_TEXT;

    byte[] of(byte[] key, byte[]... text) {
        return switch (this) {
            case HMAC_SHA256 -> Hmac.SHA256.of(key, text);
            case HMAC_SHA1 -> Hmac.SHA1.of(key, text);
            case SHA256_OF_SECRET_AND_TEXT -> {
                byte[][] all = new byte[text.length + 1][];
                all[0] = key;
                System.arraycopy(text, 0, all, 1, text.length);
                yield Sha256.of(all);
            }
        };
    }
}
