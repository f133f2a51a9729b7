package io.ticketwire.platform.launch;

import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.config.Config;

/**
 * Kafka and Postgres inside this process tree, for when none are configured. The standalone package names its implementation
 * to {@link java.util.ServiceLoader}; the cluster package has none.
 */
public interface EmbeddedServices {

    /** What can be embedded. */
    enum Kind {
        KAFKA,
        POSTGRES
    }

    /** Services that run. */
    interface Running extends AutoCloseable {

        /** The configuration by which Quarkus reaches them. */
        Map<String, String> configuration();

        /** Stops them in order and returns when they are down. Their data stays. */
        @Override
        void close();
    }

    /**
     * Starts the services and returns when they answer.
     *
     * @param wanted at least one
     * @throws LaunchFailure if the data folder can't be used or a service can't be started; nothing is left running then
     */
    Running start(Config config, Set<Kind> wanted);
}
