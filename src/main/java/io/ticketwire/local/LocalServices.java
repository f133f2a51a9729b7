package io.ticketwire.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.ticketwire.platform.launch.EmbeddedServices;

/** What the standalone package embeds, as its main class sees it. */
public final class LocalServices implements EmbeddedServices {

    /** Receivers on the same machine, as one has them while trying things out; unless their user says otherwise. */
    private static final Map<String, String> LOOPBACK = Map.of(
            "ticketwire.delivery.allowed-networks", "127.0.0.0/8,::1/128",
            "ticketwire.delivery.allow-http", "true");

    @Override
    public Running start(Config config, Set<Kind> wanted) {
        LocalStack stack = LocalStack.start(LocalSettings.from(config, wanted));
        return new Running() {
            @Override
            public Map<String, String> configuration() {
                return LocalServices.configuration(stack, wanted, config);
            }

            @Override
            public void close() {
                stack.close();
            }
        };
    }

    /** What Quarkus needs to know of the services that were embedded. */
    static Map<String, String> configuration(LocalStack stack, Set<Kind> embedded, Config config) {
        Map<String, String> configuration = new HashMap<>();
        if (embedded.contains(Kind.KAFKA)) {
            configuration.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
        }
        if (embedded.contains(Kind.POSTGRES)) {
            configuration.put("quarkus.datasource.jdbc.url", stack.jdbcUrl());
            configuration.put("quarkus.datasource.reactive.url", stack.reactiveUrl());
            configuration.put("quarkus.datasource.username", stack.username());
            configuration.put("quarkus.datasource.password", stack.password());
            configuration.put("ticketwire.local.first-run", Boolean.toString(stack.firstRun()));
            LOOPBACK.forEach((name, value) -> {
                if (config.getOptionalValue(name, String.class).isEmpty()) {
                    configuration.put(name, value);
                }
            });
        }
        return configuration;
    }
}
