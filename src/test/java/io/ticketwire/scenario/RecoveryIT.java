package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.event.Json;
import io.ticketwire.testing.Gateway;
import io.ticketwire.testing.Instance;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A recovery outlives the process that is at it. */
class RecoveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int TICKETS = 25;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void killedInTheMiddleOfARecoveryAndStartedAgainItGoesOnWhereItWas() throws Exception {
        try (Receiver receiver = new Receiver();
                Instance instance = new Instance(folder)
                        .with("TICKETWIRE_DELIVERY_RECOVERY_RATE", "5")
                        .start()) {
            // given
            Gateway gateway = instance.gateway();
            Instant since = Instant.now();
            String endpoint = gateway.endpoint(receiver, Map.of("events", List.of("ticket.created")))
                    .get("id")
                    .textValue();
            String connector = gateway.connector("webhook", null);
            for (int n = 0; n < TICKETS; n++) {
                gateway.callback(connector, Scenario.ticket("recovery-" + n, "open"));
            }
            await().atMost(PATIENCE).until(() -> events(receiver).size() == TICKETS);
            // What is still pending by the records is on its way, and no recovery's business.
            await().atMost(PATIENCE)
                    .until(() -> gateway.get("/api/v1/deliveries?status=delivered&endpoint_id=" + endpoint)
                                    .get("items")
                                    .size()
                            == TICKETS);
            Set<String> expected = events(receiver);
            receiver.received().clear();
            String path = "/api/v1/endpoints/" + endpoint;
            HttpResponse<String> begun =
                    gateway.post(path + "/recover", Map.of("since", since.toString(), "only", "all"));
            String recovery = path + "/recoveries/"
                    + Json.tree(begun.body()).get("recovery_id").textValue();
            await().atMost(PATIENCE).until(() -> !receiver.received().isEmpty());

            // when
            instance.kill();
            instance.start();

            // then
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertEquals(
                            "done", gateway.get(recovery).get("status").textValue()));
            JsonNode progress = gateway.get(recovery);
            assertEquals(TICKETS, progress.get("count").intValue());
            assertEquals(TICKETS, progress.get("done").intValue());
            await().atMost(PATIENCE).untilAsserted(() -> assertEquals(expected, events(receiver)));
            int duplicates = receiver.received().size() - TICKETS;
            assertTrue(duplicates < TICKETS, "duplicates: " + duplicates);
        }
    }

    private static Set<String> events(Receiver receiver) {
        return receiver.received().stream()
                .map(webhook -> webhook.json().get("id").textValue())
                .collect(Collectors.toSet());
    }
}
