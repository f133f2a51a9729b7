package io.ticketwire.testing;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import io.ticketwire.local.LocalSettings;
import io.ticketwire.local.LocalStack;

/**
 * The real broker and the real database for {@code @QuarkusTest}: one of each per JVM, empty at its start, shared by all
 * test profiles. They end with the JVM.
 *
 * <p>Quarkus loads this class anew for each profile. The stack lives in the one that the system class loader has, and the
 * others speak to it in types of the JDK.
 */
public class EmbeddedStack implements QuarkusTestResourceLifecycleManager {

    private static Map<String, String> configuration;
    private static Map<String, Runnable> switches;

    /** Called by name, in the class of the system class loader. */
    public static synchronized Map<String, String> launch() {
        if (configuration == null) {
            Path target = Path.of("target");
            LocalStack stack = LocalStack.start(LocalSettings.in(target.resolve(
                            "embedded-stack-" + ProcessHandle.current().pid()))
                    .withBinariesIn(target.resolve("postgres-binaries")));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "embedded-stack"));
            configuration = new HashMap<>();
            configuration.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
            configuration.put("quarkus.datasource.jdbc.url", stack.jdbcUrl());
            configuration.put("quarkus.datasource.reactive.url", stack.reactiveUrl());
            configuration.put("quarkus.datasource.username", stack.username());
            configuration.put("quarkus.datasource.password", stack.password());
            switches = Map.of(
                    "stopKafka", stack::stopKafka,
                    "startKafka", stack::startKafka,
                    "stopPostgres", stack::stopPostgres,
                    "startPostgres", stack::startPostgres);
        }
        return configuration;
    }

    /** Called by name, in the class of the system class loader. */
    public static synchronized Map<String, Runnable> switches() {
        launch();
        return switches;
    }

    @Override
    public Map<String, String> start() {
        return new HashMap<>(configuration());
    }

    /** Nothing: the next test profile uses it too. */
    @Override
    public void stop() {}

    /** What Quarkus is told of the stack. */
    public static Map<String, String> configuration() {
        return shared("launch");
    }

    /** Where the broker listens. */
    public static String kafkaBootstrap() {
        return configuration().get("kafka.bootstrap.servers");
    }

    /** Takes the broker down. */
    public static void stopKafka() {
        flip("stopKafka");
    }

    /** Brings the broker back on the same port. */
    public static void startKafka() {
        flip("startKafka");
    }

    /** Takes the database down. */
    public static void stopPostgres() {
        flip("stopPostgres");
    }

    /** Brings the database back on the same port. */
    public static void startPostgres() {
        flip("startPostgres");
    }

    private static void flip(String name) {
        inSystemLoader(() -> {
            EmbeddedStack.<Map<String, Runnable>>invoke("switches").get(name).run();
            return null;
        });
    }

    private static <T> T shared(String method) {
        return inSystemLoader(() -> invoke(method));
    }

    /** Kafka loads classes of its own by the thread's loader: it must be the one that has loaded Kafka. */
    private static <T> T inSystemLoader(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T invoke(String method) {
        try {
            return (T) Class.forName(EmbeddedStack.class.getName(), true, ClassLoader.getSystemClassLoader())
                    .getMethod(method)
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the embedded stack doesn't start", e);
        }
    }
}
