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

    Local local();

    /**
     * The standalone run. The main class reads these before there are any beans; they stand here so that all of them are
     * known, and a misspelt one ends the start.
     */
    interface Local {
        /** Where the embedded services, and the keys of a standalone run, are kept. */
        @WithDefault("./.ticketwire")
        String dataDir();

        /** Where the programs of the embedded Postgres are unpacked; in the data folder when absent. */
        Optional<String> binariesDir();

        /** Port of the embedded broker; 0: any free one. */
        @WithDefault("0")
        int kafkaPort();

        /** Port of the embedded Postgres; 0: any free one. */
        @WithDefault("0")
        int postgresPort();

        /** Set by the main class when it has started the database itself. */
        @WithDefault("false")
        boolean embeddedDatabase();

        /** Set by the main class when the database was made at this start. */
        @WithDefault("false")
        boolean firstRun();
    }

    /** How a process stops. */
    interface Shutdown {
        /** How long it waits for each kind of work that is under way. */
        @WithDefault("15s")
        Duration drain();
    }
}
