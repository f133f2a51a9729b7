package io.ticketwire.platform;

import java.io.IOException;
import java.io.InputStream;
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

    private static final int BUFFER = 8_192;

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

    /** Over a beginning and what follows it, which may be too large for memory. */
    public byte[] of(byte[] key, byte[] beginning, InputStream rest) throws IOException {
        try {
            Mac mac = macs.get();
            mac.init(new SecretKeySpec(key, algorithm));
            mac.update(beginning);
            byte[] buffer = new byte[BUFFER];
            for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
                mac.update(buffer, 0, read);
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
