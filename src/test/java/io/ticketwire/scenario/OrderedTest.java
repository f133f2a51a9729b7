package io.ticketwire.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

/** Ordered endpoints: the deliveries of one ticket one at a time, in order, whatever fails. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class OrderedTest extends Scenario {

    private static final List<String> SOON = List.of("PT0.2S", "PT0.5S", "PT1S");
    private static final String[] STATUSES = {
        "open", "pending", "on_hold", "solved", "open", "pending", "solved", "open"
    };

    @Test
    void theEventsOfATicketArriveInOrderAlthoughTheFirstTriesFail() {
        Receiver receiver = receiver().answering(request -> request.count() == 1 ? 500 : 200);
        gateway.endpoint(
                receiver, Map.of("events", List.of("*"), "ordered", true, "retry_policy", SOON, "disable_after", 0));
        String connector = gateway.connector("webhook", null);
        String ticket = newId();

        for (String status : STATUSES) {
            gateway.callback(connector, ticket(ticket, status));
        }

        await().untilAsserted(
                        () -> assertEquals(STATUSES.length, receiver.taken().size()));
        List<Long> sequences = receiver.taken().stream()
                .map(request -> Long.parseLong(request.header("X-Webhook-Sequence")))
                .toList();
        assertEquals(sequences.stream().sorted().distinct().toList(), sequences);
        assertOneDeliveryAtATime(receiver);
    }

    @Test
    void aTicketThatIsStuckDoesNotHoldUpAnother() {
        String stuck = newId();
        Receiver receiver =
                receiver().answering(request -> request.json().toString().contains("\"" + stuck + "\"") ? 500 : 200);
        gateway.endpoint(
                receiver,
                Map.of(
                        "events",
                        List.of("ticket.*"),
                        "ordered",
                        true,
                        "retry_policy",
                        List.of("PT60S"),
                        "disable_after",
                        0));
        String connector = gateway.connector("webhook", null);
        gateway.callback(connector, ticket(stuck, "open"));
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        String other = newId();

        gateway.callback(connector, ticket(stuck, "solved"));
        gateway.callback(connector, ticket(other, "open"));
        gateway.callback(connector, ticket(other, "solved"));

        await().untilAsserted(() -> assertEquals(2, receiver.taken().size()));
        assertEquals(3, receiver.received().size());
    }

    @Test
    void aDeliveryThatIsGivenUpLetsTheNextOneGo() {
        Receiver receiver = receiver()
                .answering(request -> request.json().get("event").textValue().equals("ticket.created") ? 500 : 200);
        gateway.endpoint(
                receiver,
                Map.of(
                        "events",
                        List.of("ticket.*"),
                        "ordered",
                        true,
                        "retry_policy",
                        List.of("PT0.5S"),
                        "disable_after",
                        0));
        String connector = gateway.connector("webhook", null);
        String ticket = newId();

        gateway.callback(connector, ticket(ticket, "open"));
        gateway.callback(connector, ticket(ticket, "solved"));

        await().untilAsserted(() -> assertEquals(1, receiver.taken().size()));
        List<String> events = receiver.received().stream()
                .map(request -> request.header("X-Webhook-Event"))
                .toList();
        assertEquals(List.of("ticket.created", "ticket.created", "ticket.resolved"), events);
    }

    /** All attempts of one delivery come before the first of the next. */
    private static void assertOneDeliveryAtATime(Receiver receiver) {
        List<String> deliveries = new ArrayList<>();
        for (Receiver.Received request : receiver.received()) {
            if (deliveries.isEmpty() || !deliveries.get(deliveries.size() - 1).equals(request.delivery())) {
                assertTrue(!deliveries.contains(request.delivery()), "another delivery came in between");
                deliveries.add(request.delivery());
            }
        }
    }
}
