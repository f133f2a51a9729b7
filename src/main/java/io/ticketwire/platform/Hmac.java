package io.ticketwire.platform;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC (RFC 2104), for what comes in and for what goes out. */
public enum Hmac {
    SHA256("HmacSHA256"),
    SHA384("HmacSHA384"),
    SHA512("HmacSHA512"),

    /** Only for senders that know nothing better. */
    SHA1("HmacSHA1"),

    /** Only for senders that know nothing better. */
    MD5("HmacMD5");

    private final String algorithm;

    /** One per thread: asking the providers for one takes longer than computing it. */
    private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

    Hmac(String algorithm) {
        this.algorithm = algorithm;
    }

    /** Over the parts, one after the other. */
    public byte[] of(byte[] key, byte[]... parts) {
        try {
            Mac mac = macs.get();
            mac.init(new SecretKeySpec(key, algorithm));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Mac mac() {
        try {
            return Mac.getInstance(algorithm);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
