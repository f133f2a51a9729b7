package io.ticketwire.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.ticketwire.local.LocalSettings;
import io.ticketwire.local.LocalStack;

/**
 * The real broker and the real database for {@code @QuarkusTest}: one of each per JVM, empty at its start, shared by all
 * test profiles. They end with the JVM.
 */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private static LocalStack stack;

    /** What runs, to take it down and bring it back in a test. */
    public static synchronized LocalStack stack() {
        if (stack == null) {
            Path target = Path.of("target");
            stack = LocalStack.start(LocalSettings.in(target.resolve(
                            "embedded-stack-" + ProcessHandle.current().pid()))
                    .withBinariesIn(target.resolve("postgres-binaries")));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "embedded-stack"));
        }
        return stack;
    }

    @Override
    public Map<String, String> start() {
        LocalStack running = stack();
        Map<String, String> config = new HashMap<>();
        config.put("kafka.bootstrap.servers", running.kafkaBootstrap());
        config.put("quarkus.datasource.jdbc.url", running.jdbcUrl());
        config.put("quarkus.datasource.reactive.url", running.reactiveUrl());
        config.put("quarkus.datasource.username", running.username());
        config.put("quarkus.datasource.password", running.password());
        return config;
    }

    /** Nothing: the next test profile uses it too. */
    @Override
    public void stop() {}
}
