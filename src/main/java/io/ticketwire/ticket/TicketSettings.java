package io.ticketwire.ticket;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the tracker remembers. */
@ConfigMapping(prefix = "ticketwire")
public interface TicketSettings {

    Tracker tracker();

    Raw raw();

    /** How repeats are recognised. */
    interface Tracker {
        /** Equal bodies of senders that give no event id are one event if they come within this time. */
        @WithDefault("10m")
        Duration bodyWindow();

        /** How long a sender's event id is remembered; longer than any sender goes on retrying. */
        @WithDefault("8d")
        Duration idWindow();
    }

    /** Requests as they were received. */
    interface Raw {
        /** How long they are kept. */
        @WithDefault("7d")
        Duration retention();
    }
}
