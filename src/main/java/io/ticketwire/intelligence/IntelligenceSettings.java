package io.ticketwire.intelligence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages of customers are read, and when a ticket is escalated for what was read. */
@ConfigMapping(prefix = "ticketwire.intelligence")
public interface IntelligenceSettings {

    /** From which escalation score on, of 100, a ticket is escalated. */
    @WithDefault("60")
    @Min(1)
    @Max(100)
    int escalationThreshold();

    /** From which score on, from 0 to 1, a hostile message escalates its ticket. */
    @WithDefault("0.5")
    @DecimalMin("0")
    @DecimalMax("1")
    double hostilityThreshold();

    /** How long a ticket that was escalated is not escalated again for the same or less. */
    @WithDefault("1h")
    Duration cooling();

    /**
     * A message that we got longer ago is read, and escalates nothing: after an outage, or when an installation that has been in
     * use begins to read.
     */
    @WithDefault("1d")
    Duration alarmMaxAge();

    /** How far back a customer's contacts count. */
    @WithDefault("7d")
    Duration historyWindow();

    /** How long it is kept what was read. */
    @WithDefault("90d")
    Duration retention();

    /** How long it is kept what people corrected, with the text that they corrected. */
    @WithDefault("730d")
    Duration feedbackRetention();

    /** How many characters of a text are read; the rest is passed over. */
    @WithDefault("20000")
    @Min(1)
    int maxText();

    /** How many of the latest messages a process goes through at its start, so that it finds tickets that say alike. */
    @WithDefault("20000")
    @Min(0)
    int warmUp();

    /** With how many tickets others are compared. */
    SimilarSettings similar();

    /** A model of one's own, of 64 MiB at most, taken within seconds whenever it changes; the built-in one when absent. */
    Optional<Path> modelFile();

    /**
     * Which of the model's heads says the category: {@code category}, {@code banking77} for a bank's customers, or one of one's
     * own.
     */
    @WithDefault("category")
    String categoryHead();

    /** Bounds of what a process remembers of tickets, the latest of each connector. */
    interface SimilarSettings {

        /** Tickets of a connector. */
        @WithDefault("5000")
        @Min(1)
        int tickets();

        /** Connectors; beyond them, the tickets of the one that was quiet for the longest are forgotten. */
        @WithDefault("200")
        @Min(1)
        int connectors();

        /** All of it in memory, roughly; beyond that likewise. */
        @WithDefault("256M")
        MemorySize memory();
    }
}
