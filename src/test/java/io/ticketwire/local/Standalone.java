package io.ticketwire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** As if the main class had started the database itself, with a data folder of its own. */
public class Standalone implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "standalone");
            return Map.of(
                    "ticketwire.local.embedded-database", "true",
                    "ticketwire.local.data-dir", data.toString(),
                    "ticketwire.delivery.allowed-networks", "127.0.0.0/8,::1/128",
                    "ticketwire.delivery.allow-http", "true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
