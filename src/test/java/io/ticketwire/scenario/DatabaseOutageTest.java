package io.ticketwire.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The database goes away and comes back: callbacks are taken all the while, since the request path does not touch it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class DatabaseOutageTest extends Scenario {

    private boolean stopped;

    @AfterEach
    void bringTheDatabaseBack() {
        if (stopped) {
            EmbeddedStack.startPostgres();
        }
    }

    @Test
    void withTheDatabaseStoppedCallbacksAreTakenAndWithItBackTheyAreDelivered() {
        Receiver receiver = receiver();
        gateway.endpoint(receiver, Map.of("events", List.of("*"), "max_in_flight", 64));
        String connector = gateway.connector("webhook", null);
        EmbeddedStack.stopPostgres();
        stopped = true;

        for (int n = 0; n < 20; n++) {
            assertEquals(
                    200,
                    gateway.callback(connector, ticket("outage-" + n, "open")).statusCode());
        }

        assertEquals(200, gateway.anonymous("/q/health/ready").statusCode());
        assertEquals(
                503,
                gateway.post("/api/v1/connectors", Map.of("name", "x", "type", "webhook"))
                        .statusCode());
        EmbeddedStack.startPostgres();
        stopped = false;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(20, receiver.received().size()));
    }
}
