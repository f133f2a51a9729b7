package io.ticketwire.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.scenario.MailProfile;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.MailServer;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** However much happens, nobody's mailbox is flooded. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(MailProfile.class)
class MailMessengerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ReactiveMailer mailer;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private MailServer server;

    @BeforeEach
    void startServer() {
        server = new MailServer(MailProfile.port());
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void whatHappensTogetherIsOneMail() {
        MailMessenger messenger = messenger(20);

        tell(messenger, 500);

        assertEquals(1, server.taken().size());
        assertEquals(
                "[Ticketwire] 500 alerts: endpoints 500 disabled",
                server.taken().get(0).header("Subject"));
    }

    @Test
    void noMoreMailsGoInAnHourThanAllowed() {
        MailMessenger messenger = messenger(2);

        for (int i = 0; i < 20; i++) {
            tell(messenger, 500);
        }

        assertEquals(2, server.taken().size());
        assertEquals(2, count("sent"));
        assertEquals(18, count("withheld"));
    }

    @Test
    void aMailThatIsRefusedTakesNoSummaryAway() {
        Allowance allowance = new Allowance(2);
        allowance.withhold(new Allowance.Withheld(9_000, Instant.now()));
        MailMessenger messenger = messenger(allowance);
        server.answering(command -> command.startsWith("MAIL") ? "550 we don't know you" : null);
        tell(messenger, 1);
        server.answering(command -> null);

        tell(messenger, 1);

        assertEquals(1, count("failed"));
        assertTrue(server.taken().get(0).text().contains("9000 alerts"), server.taken()::toString);
    }

    private void tell(MailMessenger messenger, int alerts) {
        List<Alert> all = IntStream.range(0, alerts)
                .mapToObj(i -> LetterTest.alert("webhook.disabled", "CRM " + i, "failures"))
                .toList();
        messenger.tell(all, Instant.now().plus(PATIENCE)).await().atMost(PATIENCE);
    }

    private MailMessenger messenger(int perHour) {
        return messenger(new Allowance(perHour));
    }

    private MailMessenger messenger(Allowance allowance) {
        return new MailMessenger(
                mailer, List.of("ann@example.com"), Settings.of(AlertSettings.class), allowance, () -> false, metrics);
    }

    private double count(String outcome) {
        return metrics.counter("ticketwire.alerts.mails", "outcome", outcome).count();
    }
}
