package io.ticketwire.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** One endpoint's trouble is its own: gates before the real delivery. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class GateTest extends Scenario {

    private static final List<String> SOON =
            List.of("PT0.2S", "PT0.5S", "PT1S", "PT1S", "PT1S", "PT1S", "PT1S", "PT1S");

    @Test
    void endpointsThatHangDoNotHoldUpTheOthers() {
        CountDownLatch over = new CountDownLatch(1);
        List<Receiver> hanging = IntStream.range(0, 5)
                .mapToObj(n -> receiver().answering(request -> hang(over)))
                .toList();
        hanging.forEach(receiver -> gateway.endpoint(receiver, Map.of("events", List.of("*"), "timeout", "PT30S")));
        Receiver healthy = receiver();
        gateway.endpoint(healthy, Map.of("events", List.of("*")));
        String connector = gateway.connector("webhook", null);

        post(connector, 100);

        await().untilAsserted(() -> assertEquals(100, distinct(healthy)));
        hanging.forEach(receiver -> assertTrue(receiver.received().size() <= 8));
        over.countDown();
    }

    @Test
    void aReceiverThatAsksForAPauseGetsNothingAtAllUntilItIsOver() {
        Receiver receiver = receiver().answering(request -> 429).retryAfter("3");
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "retry_policy", SOON, "max_in_flight", 1));
        String connector = gateway.connector("webhook", null);
        post(connector, 1);
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        Instant asked = receiver.received().get(0).at();
        receiver.answering(request -> 200).retryAfter(null);

        post(connector, 20);

        await().untilAsserted(() -> assertEquals(21, distinct(receiver)));
        await().untilAsserted(() -> assertEquals(22, receiver.received().size()));
        Instant next = receiver.received().get(1).at();
        assertTrue(
                Duration.between(asked, next).toMillis() >= 2_990,
                () -> "after " + Duration.between(asked, next).toMillis() + " ms");
    }

    @Test
    void aRateLimitIsKeptAndNothingIsLost() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "rate_limit", 10));
        String connector = gateway.connector("webhook", null);

        post(connector, 30);

        await().untilAsserted(() -> assertEquals(30, receiver.received().size()));
        List<Instant> times =
                receiver.received().stream().map(Receiver.Received::at).sorted().toList();
        for (int n = 0; n + 15 < times.size(); n++) {
            long took = Duration.between(times.get(n), times.get(n + 15)).toMillis();
            assertTrue(took >= 1_000, "16 requests within " + took + " ms");
        }
    }

    @Test
    void anEndpointThatIsDownGetsProbesOnlyAndEverythingWhenItIsBack() {
        Receiver receiver = receiver().answering(request -> 500);
        gateway.endpoint(
                receiver, Map.of("events", List.of("*"), "retry_policy", SOON, "max_in_flight", 1, "disable_after", 0));
        String connector = gateway.connector("webhook", null);

        post(connector, 50);

        await().untilAsserted(() -> assertTrue(receiver.received().size() >= 7));
        assertTrue(receiver.received().size() < 15, () -> receiver.received().size() + " requests");
        receiver.answering(request -> 200);
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> assertEquals(50, distinct(receiver)));
    }

    private void post(String connector, int count) {
        IntStream.range(0, count).forEach(n -> gateway.callback(connector, ticket(newId(), "open")));
    }

    private static long distinct(Receiver receiver) {
        return receiver.received().stream()
                .map(Receiver.Received::delivery)
                .distinct()
                .count();
    }

    private static int hang(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }
}
