package io.ticketwire.security;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;

import io.ticketwire.platform.PlatformSettings;

/**
 * Seals secrets for the database: AES-256-GCM. What is sealed is bound to its context, e.g. {@code connector:<id>}: the
 * same bytes in another row do not open.
 *
 * <pre>
 *   1 byte    4 bytes   12 bytes
 * +---------+---------+---------+--------------------------+
 * | version | key id  | nonce   | ciphertext and 16 B tag  |
 * +---------+---------+---------+--------------------------+
 *   authenticated with the context
 * </pre>
 *
 * <p>Made before anything else, so that a process without a good key does not start.
 */
@Startup(1)
@ApplicationScoped
public class SecretBox {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEADER_BYTES = 1 + EncryptionKeys.ID_BYTES;

    private final SecureRandom random = new SecureRandom();
    private final EncryptionKeys keys;

    SecretBox(SecuritySettings settings, PlatformSettings platform) {
        this.keys = EncryptionKeys.of(settings, platform.local());
    }

    /** Seals a text. */
    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /** Seals bytes. */
    public byte[] seal(byte[] plain, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        Map.Entry<Integer, SecretKey> key = keys.current();
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(VERSION)
                .putInt(key.getKey())
                .array();
        try {
            byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, key.getValue(), nonce, header, context)
                    .doFinal(plain);
            return ByteBuffer.allocate(HEADER_BYTES + NONCE_BYTES + ciphertext.length)
                    .put(header)
                    .put(nonce)
                    .put(ciphertext)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The text that was sealed in this context. */
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * The bytes that were sealed in this context.
     *
     * @throws UnknownKeyException if they were sealed with a key that this process does not have
     * @throws UnreadableSecretException if they were damaged, or sealed in another context
     */
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length <= HEADER_BYTES + NONCE_BYTES || sealed[0] != VERSION) {
            throw new UnreadableSecretException(context);
        }
        ByteBuffer in = ByteBuffer.wrap(sealed);
        byte[] header = new byte[HEADER_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        in.get(header).get(nonce);
        int keyId = ByteBuffer.wrap(header, 1, EncryptionKeys.ID_BYTES).getInt();
        SecretKey key = keys.find(keyId).orElseThrow(() -> new UnknownKeyException(keyId, context));
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, header, context)
                    .doFinal(sealed, in.position(), in.remaining());
        } catch (GeneralSecurityException damaged) {
            throw new UnreadableSecretException(context);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] header, String context)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(header);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
