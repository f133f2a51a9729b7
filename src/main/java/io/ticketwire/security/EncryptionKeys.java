package io.ticketwire.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import io.quarkus.runtime.configuration.ConfigurationException;

import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.Sha256;

/**
 * The keys that secrets are sealed with: the current one, and earlier ones that only open. A key is named by the first
 * bytes of its SHA-256, so that a value says which key it needs.
 */
final class EncryptionKeys {

    static final int ID_BYTES = Integer.BYTES;

    private static final int KEY_BYTES = 32;
    private static final String CURRENT = "ticketwire.security.encryption-key";
    private static final String PREVIOUS = "ticketwire.security.previous-encryption-keys";

    private final int currentId;
    private final Map<Integer, SecretKey> byId = new HashMap<>();

    private EncryptionKeys(byte[] current, List<byte[]> previous) {
        previous.forEach(this::add);
        this.currentId = add(current);
    }

    static EncryptionKeys of(SecuritySettings settings, PlatformSettings.Local local) {
        byte[] current = settings.security()
                .encryptionKey()
                .map(key -> decode(key, CURRENT))
                .orElseGet(() -> standaloneKey(local));
        List<byte[]> previous = settings.security().previousEncryptionKeys().orElse(List.of()).stream()
                .map(key -> decode(key, PREVIOUS))
                .toList();
        return new EncryptionKeys(current, previous);
    }

    Map.Entry<Integer, SecretKey> current() {
        return Map.entry(currentId, byId.get(currentId));
    }

    Optional<SecretKey> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    private int add(byte[] key) {
        int id = ByteBuffer.wrap(Sha256.of(key)).getInt();
        byId.put(id, new SecretKeySpec(key, "AES"));
        return id;
    }

    private static byte[] decode(String key, String where) {
        try {
            byte[] decoded = Base64.getDecoder().decode(key.strip());
            if (decoded.length == KEY_BYTES) {
                return decoded;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below; the exception would repeat a part of the key.
        }
        throw new ConfigurationException(where + " must be 32 bytes in base64; make one with: openssl rand -base64 32");
    }

    private static byte[] standaloneKey(PlatformSettings.Local local) {
        if (!local.embeddedDatabase()) {
            throw new ConfigurationException(CURRENT
                    + " is not set: secrets in the database are sealed with it. It must be 32 bytes in base64; make one"
                    + " with: openssl rand -base64 32");
        }
        Path file = Path.of(local.dataDir(), "encryption.key");
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return decode(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written aside and moved, so that a crash leaves a whole key or none. */
    private static void write(Path file) throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.getParent());
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, ownerOnly(file));
        Files.writeString(aside, Base64.getEncoder().encodeToString(key) + "\n");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
