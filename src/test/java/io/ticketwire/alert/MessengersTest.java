package io.ticketwire.alert;

import java.util.Map;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import io.ticketwire.platform.Drain;
import io.ticketwire.scenario.ScenarioProfile;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** By mail only to somebody, and only by a server that somebody named. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class MessengersTest {

    private static final String TO = "ticketwire.alerts.mail-to";

    @Inject
    ReactiveMailer mailer;

    /** Of a process to which nobody has named a server. */
    @Inject
    Config unnamed;

    @Inject
    Drain drain;

    @Test
    void whereNobodyIsToBeToldItIsTheLog() {
        assertInstanceOf(LogMessenger.class, messenger(named()));
        assertInstanceOf(LogMessenger.class, messenger(named(), TO, " , "));
    }

    @Test
    void theDefaultOfTheExtensionIsNoServer() {
        assertInstanceOf(LogMessenger.class, messenger(unnamed, TO, "ann@example.com"));
    }

    @Test
    void aServerThatSomebodyNamedGetsTheMail() {
        assertInstanceOf(MailMessenger.class, messenger(named(), TO, "ann@example.com, bob@example.com"));
    }

    @Test
    void whatIsNoAddressEndsTheStart() {
        for (String[] wrong : new String[][] {
            {TO, "ann"},
            {TO, "ann@example.com,bob@"},
            {TO, "Ann <ann@example.com>"},
            {TO, "ann@example.com", "ticketwire.alerts.mail-from", "ticketwire"}
        }) {
            assertThrows(ConfigurationException.class, () -> messenger(named(), wrong), String.join(" ", wrong));
        }
    }

    private Messenger messenger(Config config, String... settings) {
        return Messengers.messenger(
                Settings.of(AlertSettings.class, settings), mailer, config, drain, new SimpleMeterRegistry());
    }

    private static Config named() {
        return new SmallRyeConfigBuilder()
                .withSources(
                        new PropertiesConfigSource(Map.of("quarkus.mailer.host", "mail.example.com"), "operator", 300))
                .build();
    }
}
