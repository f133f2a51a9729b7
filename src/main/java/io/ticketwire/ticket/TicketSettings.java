package io.ticketwire.ticket;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the tracker remembers. */
@ConfigMapping(prefix = "ticketwire")
public interface TicketSettings {

    Tracker tracker();

    Messages messages();

    Raw raw();

    /** How repeats are recognised, and to which ticket a message belongs. */
    interface Tracker {
        /** Equal bodies of senders that give no event id are one event if they come within this time. */
        @WithDefault("10m")
        Duration bodyWindow();

        /** How long a sender's event id is remembered; longer than any sender goes on retrying. */
        @WithDefault("8d")
        Duration idWindow();

        /**
         * On channels without threads, a message belongs to the ticket of the one before it if that came within this time; to
         * a resolved ticket too, which is reopened.
         */
        @WithDefault("7d")
        Duration conversationWindow();

        /** How long it is remembered to which ticket a message belongs, so that what answers it finds the ticket. */
        @WithDefault("365d")
        Duration threadRetention();
    }

    /** What became of messages. */
    interface Messages {
        /** How long a message is kept after the last that was told of it, with its timeline. */
        @WithDefault("90d")
        Duration retention();
    }

    /** Requests as they were received. */
    interface Raw {
        /** How long they are kept. */
        @WithDefault("7d")
        Duration retention();
    }
}
