package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.testing.Gateway;
import io.ticketwire.testing.Instance;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The package in a process of its own, which is ended in good and in bad ways. */
class CrashIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void killedAfterTwoHundredAnswersAndStartedAgainItDeliversEveryEventThatItAccepted() throws Exception {
        try (Receiver receiver = new Receiver();
                Instance instance = new Instance(folder).start()) {
            Gateway gateway = instance.gateway();
            gateway.endpoint(receiver, Map.of("events", List.of("ticket.created"), "max_in_flight", 64));
            String connector = gateway.connector("webhook", null);

            Set<String> accepted = post(gateway, connector, 200);
            instance.kill();
            instance.start();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                Set<String> missing = new HashSet<>(accepted);
                missing.removeAll(delivered(receiver));
                assertEquals(Set.of(), missing);
            });
            long duplicates = receiver.received().size() - delivered(receiver).size();
            assertTrue(duplicates <= 200, "duplicates: " + duplicates);
        }
    }

    @Test
    void stoppedAndStartedAgainItHasKeptItsDataAndAnswersNothingTwice() throws Exception {
        try (Receiver receiver = new Receiver();
                Instance instance = new Instance(folder).start()) {
            Gateway gateway = instance.gateway();
            gateway.endpoint(receiver, Map.of("events", List.of("ticket.created"), "max_in_flight", 64));
            String connector = gateway.connector("webhook", null);
            Set<String> accepted = post(gateway, connector, 50);

            int exitCode = instance.stop();
            instance.start();

            assertTrue(exitCode == 0 || exitCode == 143, "exit code " + exitCode);
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertEquals(accepted, delivered(receiver)));
            assertEquals(
                    50,
                    gateway.get("/api/v1/tickets?limit=200&connector_id=" + connector)
                            .get("items")
                            .size());
        }
    }

    private static Set<String> post(Gateway gateway, String connector, int count) {
        Set<String> ids = ConcurrentHashMap.newKeySet();
        IntStream.range(0, count).parallel().forEach(n -> {
            HttpResponse<String> answer = gateway.callback(connector, Scenario.ticket("crash-" + n, "open"));
            assertEquals(200, answer.statusCode(), answer.body());
            ids.add(answer.headers().firstValue("X-Ticketwire-Event-Id").orElseThrow());
        });
        return ids;
    }

    private static Set<String> delivered(Receiver receiver) {
        return receiver.received().stream()
                .map(webhook -> webhook.json().get("id").textValue())
                .collect(Collectors.toSet());
    }
}
