package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.vertx.core.net.PfxOptions;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** An authority that nobody knows and a certificate of it, made by the JDK's keytool. */
public final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    /** @param folder empty */
    public Certificates(Path folder) {
        this.folder = folder;
    }

    /** Makes the authority. */
    public Path authority() {
        Path pem = folder.resolve("authority.pem");
        keytool("-genkeypair", "authority.p12", "-dname", "CN=Authority", "-ext", "bc:c", "-keyalg", "EC");
        keytool("-exportcert", "authority.p12", "-rfc", "-file", pem.toString());
        return pem;
    }

    /** A key with a certificate of the authority for this name. */
    public PfxOptions of(String name) {
        String store = name + ".p12";
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".pem");
        selfSigned(name);
        keytool("-certreq", store, "-file", request.toString());
        keytool(
                "-gencert",
                "authority.p12",
                "-infile",
                request.toString(),
                "-outfile",
                certificate.toString(),
                "-ext",
                "san=dns:" + name);
        keytool(
                "-importcert",
                store,
                "-noprompt",
                "-alias",
                "authority",
                "-file",
                folder.resolve("authority.pem").toString());
        keytool("-importcert", store, "-noprompt", "-file", certificate.toString());
        return options(store);
    }

    /** A key with a certificate that only says so itself. */
    public PfxOptions selfSigned(String name) {
        keytool("-genkeypair", name + ".p12", "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-keyalg", "EC");
        return options(name + ".p12");
    }

    /**
     * A key with a certificate that only says so itself, for signing.
     *
     * @param more options of keytool, such as {@code -keyalg} and {@code -startdate}
     */
    public KeyStore.PrivateKeyEntry signer(String name, String... more) {
        String store = name + ".p12";
        keytool(
                "-genkeypair",
                store,
                Stream.concat(Stream.of("-dname", "CN=" + name), Stream.of(more))
                        .toArray(String[]::new));
        char[] password = PASSWORD.toCharArray();
        try {
            return (KeyStore.PrivateKeyEntry)
                    KeyStore.getInstance(folder.resolve(store).toFile(), password)
                            .getEntry("key", new KeyStore.PasswordProtection(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PfxOptions options(String store) {
        return new PfxOptions()
                .setPath(folder.resolve(store).toString())
                .setPassword(PASSWORD)
                .setAlias("key");
    }

    private void keytool(String command, String store, String... more) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-keystore",
                folder.resolve(store).toString(),
                "-storepass",
                PASSWORD));
        if (!List.of(more).contains("-alias")) {
            words.addAll(List.of("-alias", "key"));
        }
        words.addAll(List.of(more));
        try {
            Path log = Files.createTempFile(folder, "keytool", ".log");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertEquals(0, process.waitFor(), () -> read(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
