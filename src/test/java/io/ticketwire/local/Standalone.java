package io.ticketwire.local;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** As if the main class had started the database itself, with a data folder of its own. */
public class Standalone implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ticketwire.local.embedded-database", "true",
                "ticketwire.local.data-dir",
                        "target/standalone-" + ProcessHandle.current().pid(),
                "ticketwire.delivery.allowed-networks", "127.0.0.0/8,::1/128",
                "ticketwire.delivery.allow-http", "true");
    }
}
