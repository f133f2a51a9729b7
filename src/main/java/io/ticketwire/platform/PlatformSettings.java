package io.ticketwire.platform;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a process is. */
@ConfigMapping(prefix = "ticketwire")
public interface PlatformSettings {

    /** The roles of this process; all when absent. */
    Optional<Set<Role>> roles();

    Cache cache();

    /** The copies of connectors, endpoints and tokens that a process works from. */
    interface Cache {
        /** How often everything is read again, whatever was announced. */
        @WithDefault("30s")
        Duration reread();
    }

    Shutdown shutdown();

    /** How a process stops. */
    interface Shutdown {
        /** How long it waits for each kind of work that is under way. */
        @WithDefault("15s")
        Duration drain();
    }
}
