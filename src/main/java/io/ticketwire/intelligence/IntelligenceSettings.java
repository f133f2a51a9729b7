package io.ticketwire.intelligence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How messages of customers are read, and when a ticket is escalated for what was read. */
@ConfigMapping(prefix = "ticketwire.intelligence")
public interface IntelligenceSettings {

    /** From which escalation score on, of 100, a ticket is escalated. */
    @WithDefault("60")
    int escalationThreshold();

    /** From which score on, from 0 to 1, a hostile message escalates its ticket. */
    @WithDefault("0.5")
    double hostilityThreshold();

    /** How long a ticket that was escalated is not escalated again for the same or less. */
    @WithDefault("1h")
    Duration cooling();

    /** How far back a customer's contacts count. */
    @WithDefault("7d")
    Duration historyWindow();

    /** How long it is kept what was read. */
    @WithDefault("90d")
    Duration retention();

    /** How many characters of a text are read; the rest is passed over. */
    @WithDefault("20000")
    int maxText();

    /** How many of the latest messages a process goes through at its start, so that it finds tickets that say alike. */
    @WithDefault("20000")
    int warmUp();

    /** A model of one's own, taken within seconds whenever it changes; the built-in one when absent. */
    Optional<Path> modelFile();

    /**
     * Which of the model's heads says the category: {@code category}, {@code banking77} for a bank's customers, or one of one's
     * own.
     */
    @WithDefault("category")
    String categoryHead();
}
