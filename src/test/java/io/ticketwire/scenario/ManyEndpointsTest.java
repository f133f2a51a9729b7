package io.ticketwire.scenario;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Many endpoints, and many deliveries of one that is no more. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class ManyEndpointsTest extends Scenario {

    private static final int MANY = 10_000;

    @AfterEach
    void clear() throws SQLException {
        execute("delete from endpoints where name = 'One of many'");
    }

    @Test
    void tenThousandEndpointsHearOfOneEventEachOnce() throws SQLException {
        Receiver receiver = receiver();
        String first = gateway.endpoint(receiver, Map.of("name", "One of many", "events", List.of("ticket.created")))
                .get("id")
                .textValue();
        execute(
                """
                insert into endpoints (id, name, url, events, signature, headers, retry_policy, timeout_ms, max_in_flight,
                        preset, status, created_at, updated_at)
                    select gen_random_uuid(), name, url, events, signature, headers, retry_policy, timeout_ms, max_in_flight,
                        preset, status, created_at, updated_at
                    from endpoints, generate_series(2, %d) where id = '%s'
                """
                        .formatted(MANY, first));
        String connector = gateway.connector("webhook", null);
        await().untilAsserted(() -> assertEquals(MANY, known()));

        gateway.callback(connector, ticket(newId(), "open"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(MANY, receiver.received().size()));
        assertEquals(
                MANY,
                receiver.received().stream()
                        .map(Receiver.Received::delivery)
                        .distinct()
                        .count());
    }

    @Test
    void anEndpointThatIsDeletedWithAThousandDeliveriesWaitingTakesThemAlong() throws SQLException {
        Receiver receiver = receiver().answering(request -> 500);
        String endpoint = gateway.endpoint(
                        receiver,
                        Map.of("events", List.of("*"), "retry_policy", List.of("PT5S", "PT24H"), "disable_after", 0))
                .get("id")
                .textValue();
        String connector = gateway.connector("webhook", null);
        IntStream.range(0, 1_000)
                .parallel()
                .forEach(n -> gateway.callback(connector, ticket("deleted-" + n + "-" + newId(), "open")));
        await().untilAsserted(() ->
                assertEquals(1_000, number("select count(*) from deliveries where endpoint_id = '" + endpoint + "'")));

        gateway.delete("/api/v1/endpoints/" + endpoint);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertEquals(
                        1_000,
                        number("select count(*) from deliveries where status = 'skipped'"
                                + " and last_error like 'endpoint_deleted%' and endpoint_id = '" + endpoint + "'")));
        JsonNode list = gateway.get("/api/v1/deliveries?limit=1&endpoint_id=" + endpoint);
        assertEquals(1, list.get("items").size());
    }

    /** The last of them is in the memory of the process when its feed of changes has caught up. */
    private long known() {
        return io.quarkus.arc.Arc.container().instance(io.ticketwire.endpoint.Endpoints.class).get().all().stream()
                .filter(endpoint -> endpoint.name().equals("One of many"))
                .count();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql);
                var result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connect() throws SQLException {
        Map<String, String> stack = EmbeddedStack.configuration();
        return DriverManager.getConnection(
                stack.get("quarkus.datasource.jdbc.url"),
                stack.get("quarkus.datasource.username"),
                stack.get("quarkus.datasource.password"));
    }
}
