package io.ticketwire.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who is told when an endpoint is in trouble. The mail server itself is {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "ticketwire.alerts")
public interface AlertSettings {

    /** The administrators' addresses; when absent, or when there is no mail server, they are told in the log. */
    Optional<List<String>> mailTo();

    /** Who the mail is from. */
    @WithDefault("ticketwire@localhost")
    String mailFrom();

    /** How many mails are sent in any hour at most. Alerts beyond it are logged, and the next mail says how many they were. */
    @WithDefault("20")
    int maxMailsPerHour();

    /** How long the mail server may take for one mail. */
    @WithDefault("10s")
    Duration mailTimeout();

    /** How long a mail is tried again when the server is away or asks for it; then its facts are logged as an error. */
    @WithDefault("5m")
    Duration mailPatience();

    /** What happened longer ago, as after an outage, is logged and not mailed. */
    @WithDefault("24h")
    Duration mailMaxAge();
}
