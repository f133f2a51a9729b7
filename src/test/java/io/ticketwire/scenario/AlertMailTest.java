package io.ticketwire.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.TraceParent;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.MailServer;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Administrators are told by mail, over a real SMTP conversation. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(MailProfile.class)
class AlertMailTest extends Scenario {

    private static final List<String> ADMINISTRATORS = List.of("ann@example.com", "bob@example.com");

    @Inject
    EventPublisher publisher;

    @Inject
    Topics topics;

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
    void administratorsGetAMailWhenAnEndpointIsDisabled() {
        Receiver watcher = receiver();
        gateway.endpoint(watcher, Map.of("events", List.of("webhook.*")));
        Receiver receiver = receiver().answering(request -> 410);
        String endpoint = gateway.endpoint(
                        receiver, Map.of("name", "Kundenportal Zürich", "events", List.of("ticket.*")))
                .get("id")
                .textValue();
        String connector = gateway.connector("webhook", null);

        gateway.callback(connector, ticket(newId(), "open"));

        await().untilAsserted(() -> assertEquals(1, mailsAbout(endpoint).size()));
        await().untilAsserted(() -> assertEquals(1, watcher.received().size()));
        MailServer.Taken mail = mailsAbout(endpoint).get(0);
        assertEquals("ticketwire@example.com", mail.from());
        assertEquals(ADMINISTRATORS, mail.to());
        String event = watcher.received().get(0).json().get("id").textValue();
        assertEquals("<" + event + "@ticketwire>", mail.header("Message-ID"));
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertEquals("ticketwire", mail.header("X-Loop"));
        assertTrue(mail.text().contains("/api/v1/endpoints/" + endpoint + "/enable"), mail.text());
    }

    @Test
    void aServerThatAsksToTryLaterIsTriedLaterUnderTheSameMessageId() {
        AtomicInteger asked = new AtomicInteger();
        server.answering(command -> command.startsWith("MAIL") && asked.incrementAndGet() == 1 ? "451 later" : null);

        Event event = publish(newEvent(Instant.now()));

        await().untilAsserted(() -> assertEquals(1, mailsOf(event).size()));
        assertEquals(2, asked.get());
        assertEquals("<" + event.id() + "@ticketwire>", mailsOf(event).get(0).header("Message-ID"));
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() {
        AtomicInteger asked = new AtomicInteger();
        server.answering(
                command -> command.startsWith("MAIL") && asked.incrementAndGet() == 1 ? MailServer.SILENCE : null);

        Event event = publish(newEvent(Instant.now()));

        await().untilAsserted(() -> assertEquals(1, mailsOf(event).size()));
    }

    @Test
    void aServerThatWasAwayGetsTheMailWhenItIsBack() {
        server.close();
        Event event = publish(newEvent(Instant.now()));

        await().during(Duration.ofSeconds(2)).until(() -> true);
        server = new MailServer(MailProfile.port());

        await().untilAsserted(() -> assertEquals(1, mailsOf(event).size()));
    }

    @Test
    void aMailThatIsRefusedForGoodHoldsUpNoOther() {
        server.answering(command -> command.startsWith("MAIL") ? "550 we don't know you" : null);
        publish(newEvent(Instant.now()));
        await().until(() -> server.commands().stream().anyMatch(command -> command.startsWith("MAIL")));
        server.answering(command -> null);

        Event next = publish(newEvent(Instant.now()));

        await().untilAsserted(() -> assertEquals(1, mailsOf(next).size()));
        assertEquals(1, server.taken().size());
    }

    @Test
    void oneAddressThatIsRefusedKeepsNoOtherFromBeingTold() {
        server.answering(command -> command.startsWith("RCPT TO:<ann@") ? "550 no such user" : null);

        Event event = publish(newEvent(Instant.now()));

        await().untilAsserted(() -> assertEquals(1, mailsOf(event).size()));
        assertEquals(List.of("bob@example.com"), mailsOf(event).get(0).to());
    }

    @Test
    void anEventThatIsReadTwiceIsMailedOnceAndOneOfLongAgoNotAtAll() {
        Event old = publish(newEvent(Instant.now().minus(Duration.ofDays(2))));
        Event twice = publish(newEvent(Instant.now()));
        publish(twice);
        Event last = publish(newEvent(Instant.now()));

        await().untilAsserted(() -> assertEquals(1, mailsOf(last).size()));
        assertEquals(List.of(), mailsOf(old));
        assertEquals(1, mailsOf(twice).size());
    }

    private List<MailServer.Taken> mailsAbout(String endpoint) {
        return server.taken().stream()
                .filter(mail -> mail.text().contains(endpoint))
                .toList();
    }

    /** Alone or together with others. */
    private List<MailServer.Taken> mailsOf(Event event) {
        return server.taken().stream()
                .filter(mail -> mail.text().contains(event.id().toString()))
                .toList();
    }

    /** All under one key, so that they are read in this order. */
    private Event publish(Event event) {
        publisher
                .publish(EventCodec.encode(topics.name(Topic.OPERATIONS), "alert-mail-test", event))
                .await()
                .atMost(PATIENCE);
        return event;
    }

    private static Event newEvent(Instant time) {
        UUID endpoint = UUID.randomUUID();
        EndpointNews news = new EndpointNews(
                new EndpointNews.Endpoint(endpoint, "CRM", "crm.example.com", "failing"),
                EndpointNews.RETRIES_EXHAUSTED,
                4,
                time,
                null,
                UUID.randomUUID(),
                503,
                "status: 503");
        return new Event(
                UUID.randomUUID(),
                EventType.WEBHOOK_FAILING.type(),
                Event.endpointSource(endpoint),
                endpoint.toString(),
                time,
                TraceParent.of(null),
                time,
                true,
                Json.bytes(news));
    }
}
