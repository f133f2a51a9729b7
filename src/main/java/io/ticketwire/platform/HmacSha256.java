package io.ticketwire.platform;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 (RFC 2104), for what comes in and for what goes out. */
public final class HmacSha256 {

    private static final String ALGORITHM = "HmacSHA256";

    /** One per thread: asking the providers for one takes longer than computing it. */
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(HmacSha256::mac);

    private HmacSha256() {}

    /** Over the parts, one after the other. */
    public static byte[] of(byte[] key, byte[]... parts) {
        try {
            Mac mac = MACS.get();
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Mac mac() {
        try {
            return Mac.getInstance(ALGORITHM);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
