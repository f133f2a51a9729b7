package io.ticketwire.platform.launch;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

import io.ticketwire.platform.launch.EmbeddedServices.Kind;

/**
 * From "nothing runs" to "Quarkus can start": the port is free, the database answers, and whatever isn't configured is
 * embedded. What Quarkus has to know is set as system properties, and taken back by {@link #close()}, so that a live reload
 * finds the configuration as its user wrote it.
 */
public final class Launch implements AutoCloseable {

    private static final String KAFKA = "kafka.bootstrap.servers";
    private static final String EMBEDDED_DATABASE = "ticketwire.local.embedded-database";

    private final Map<String, String> properties;
    private final EmbeddedServices.Running running;

    private Launch(Map<String, String> properties, EmbeddedServices.Running running) {
        this.properties = properties;
        this.running = running;
    }

    /**
     * @param config the configuration that Quarkus is going to read
     * @param embedded what the package can embed; null if nothing
     * @throws LaunchFailure if something is in the way; nothing is left running then
     */
    public static Launch prepare(Config config, EmbeddedServices embedded) {
        Set<Kind> wanted = missing(config);
        if (!wanted.isEmpty() && embedded == null) {
            throw new LaunchFailure(
                    wanted.contains(Kind.KAFKA)
                            ? "no Kafka configured: set KAFKA_BOOTSTRAP_SERVERS"
                            : "no database configured: set QUARKUS_DATASOURCE_REACTIVE_URL");
        }
        HttpPort.check(config);
        Map<String, String> properties = new HashMap<>();
        if (!wanted.contains(Kind.POSTGRES)) {
            properties.putAll(ExternalDatabase.check(config));
        }
        properties.put(EMBEDDED_DATABASE, Boolean.toString(wanted.contains(Kind.POSTGRES)));
        EmbeddedServices.Running running = wanted.isEmpty() ? null : embedded.start(config, wanted);
        if (running != null) {
            properties.putAll(running.configuration());
        }
        properties.forEach(System::setProperty);
        return new Launch(properties, running);
    }

    private static Set<Kind> missing(Config config) {
        Set<Kind> missing = EnumSet.noneOf(Kind.class);
        if (config.getOptionalValue(KAFKA, String.class).isEmpty()) {
            missing.add(Kind.KAFKA);
        }
        if (!ExternalDatabase.isConfigured(config)) {
            missing.add(Kind.POSTGRES);
        }
        return missing;
    }

    /** Stops what was started. Returns when it is down. */
    @Override
    public void close() {
        properties.keySet().forEach(System::clearProperty);
        if (running != null) {
            running.close();
        }
    }
}
