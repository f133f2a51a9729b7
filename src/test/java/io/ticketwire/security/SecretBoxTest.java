package io.ticketwire.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SecretBoxTest {

    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final String OTHER_KEY = "HxIeHRwbGhkYFxYVFBMSERAPDg0MCwoJCAcGBQQDAgE=";

    @Test
    void whatWasSealedOpensInItsContextAndLooksDifferentEachTime() {
        // given
        SecretBox box = box(KEY);

        // when
        byte[] sealed = box.seal("secret", "connector:1");

        // then
        assertEquals("secret", box.openText(sealed, "connector:1"));
        assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("secret"));
        assertFalse(Arrays.equals(sealed, box.seal("secret", "connector:1")));
    }

    @Test
    void aSealedValueThatWasCopiedToAnotherRowDoesNotOpen() {
        // given
        SecretBox box = box(KEY);
        byte[] sealed = box.seal("secret", "connector:1");

        // when
        // then
        assertThrows(UnreadableSecretException.class, () -> box.open(sealed, "connector:2"));
    }

    @Test
    void aDamagedValueDoesNotOpenWhicheverByteItIs() {
        // given
        SecretBox box = box(KEY);
        byte[] sealed = box.seal("secret", "c");

        for (int i = 0; i < sealed.length; i++) {
            byte[] damaged = sealed.clone();
            damaged[i] ^= 1;
            // when
            // then
            assertThrows(RuntimeException.class, () -> box.open(damaged, "c"));
        }
        assertThrows(UnreadableSecretException.class, () -> box.open(new byte[0], "c"));
    }

    @Test
    void anotherKeyIsNamedAsTheReasonAndAPreviousKeyOpens() {
        // given
        byte[] sealed = box(KEY).seal("secret", "c");

        // when
        UnknownKeyException refused =
                assertThrows(UnknownKeyException.class, () -> box(OTHER_KEY).open(sealed, "c"));
        String opened = box(OTHER_KEY, KEY).openText(sealed, "c");

        // then
        assertTrue(refused.getMessage().contains("ticketwire.security.encryption-key"));
        assertEquals("secret", opened);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64!", "AAECAwQFBgcICQoLDA0ODw=="})
    void aBadKeyEndsTheStartWithAMessageThatDoesNotRepeatIt(String key) {
        // when
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> box(key));

        // then
        assertTrue(refused.getMessage().contains("must be 32 bytes in base64"));
        assertTrue(key.isEmpty() || !refused.getMessage().contains(key));
    }

    @Test
    void withoutAKeyOnlyTheStandaloneRunStarts(@TempDir Path data) throws IOException {
        // given
        SecuritySettings noKey = Settings.of(SecuritySettings.class);
        PlatformSettings standalone = platform(true, data.resolve("new"));

        // when
        byte[] sealed = new SecretBox(noKey, standalone).seal("secret", "c");

        // then
        assertEquals("secret", new SecretBox(noKey, standalone).openText(sealed, "c"));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("new/encryption.key"))));
        assertThrows(ConfigurationException.class, () -> new SecretBox(noKey, platform(false, data)));
    }

    private static SecretBox box(String key, String... previous) {
        SecuritySettings settings = previous.length == 0
                ? Settings.of(SecuritySettings.class, "ticketwire.security.encryption-key", key)
                : Settings.of(
                        SecuritySettings.class,
                        "ticketwire.security.encryption-key",
                        key,
                        "ticketwire.security.previous-encryption-keys",
                        String.join(",", previous));
        return new SecretBox(settings, platform(false, Path.of(".")));
    }

    private static PlatformSettings platform(boolean embedded, Path data) {
        return Settings.of(
                PlatformSettings.class,
                "ticketwire.local.embedded-database",
                Boolean.toString(embedded),
                "ticketwire.local.data-dir",
                data.toString());
    }
}
