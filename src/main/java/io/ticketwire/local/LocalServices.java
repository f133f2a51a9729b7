package io.ticketwire.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.ticketwire.platform.launch.EmbeddedServices;

/** What the standalone package embeds, as its main class sees it. */
public final class LocalServices implements EmbeddedServices {

    @Override
    public Running start(Config config, Set<Kind> wanted) {
        LocalStack stack = LocalStack.start(LocalSettings.from(config, wanted));
        return new Running() {
            @Override
            public Map<String, String> configuration() {
                return LocalServices.configuration(stack, wanted);
            }

            @Override
            public void close() {
                stack.close();
            }
        };
    }

    /** What Quarkus needs to know of the services that were embedded. */
    static Map<String, String> configuration(LocalStack stack, Set<Kind> embedded) {
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
        }
        return configuration;
    }
}
