package io.ticketwire.event;

import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How events are published. */
@ConfigMapping(prefix = "ticketwire")
public interface EventSettings {

    Topics topics();

    Publish publish();

    Outbox outbox();

    Events events();

    /** Names of the topics. */
    interface Topics {
        /** What every topic name starts with, followed by a dot. */
        @WithDefault("ticketwire")
        String prefix();
    }

    /** Bounds of the producer that all roles of a process share. */
    interface Publish {
        /** Records handed to the producer and not yet acknowledged by the broker; one more is refused. */
        @WithDefault("10000")
        int maxInFlight();

        /** Bytes handed to the producer and not yet acknowledged; a record beyond them is refused. */
        @WithDefault("64M")
        MemorySize maxInFlightBytes();

        /** After this long without an acknowledgement by the in-sync replicas a record counts as not published. */
        @WithDefault("5s")
        Duration timeout();
    }

    /** The relay that carries events from the database to the broker. */
    interface Outbox {
        /** Events carried at a time. */
        @WithDefault("500")
        int batch();

        /** Bytes carried at a time; an event that is larger is carried alone. */
        @WithDefault("8M")
        MemorySize batchBytes();

        /** How long the relay waits before it looks by itself; normally a commit wakes it. */
        @WithDefault("1s")
        Duration poll();
    }

    /** The events in the database. */
    interface Events {
        /** How long events are kept, and with them the deliveries that they became. */
        @WithDefault("30d")
        Duration retention();
    }
}
