package io.ticketwire.delivery.health;

import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

import io.ticketwire.event.Attempt;
import io.ticketwire.scenario.ScenarioProfile;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Gateway;
import io.ticketwire.testing.Receiver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Counting on the real database, by several connections at the same time. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class HealthRecorderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Pool database;

    @Inject
    HealthRecorder recorder;

    @TestHTTPResource("/")
    URL url;

    private Gateway gateway;
    private final Receiver receiver = new Receiver();
    private final List<UUID> made = new ArrayList<>();

    @BeforeEach
    void open() {
        gateway = new Gateway(url.toString().replaceAll("/$", ""), AdminToken.VALUE);
    }

    @AfterEach
    void close() {
        made.forEach(id -> gateway.delete("/api/v1/endpoints/" + id));
        receiver.close();
    }

    @Test
    void failuresThatManyConnectionsRecordAtTheSameTimeAreAllCounted() {
        List<UUID> endpoints = List.of(endpoint(0), endpoint(0), endpoint(0));
        Random random = new Random(7);
        List<List<Attempt>> batches = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            List<Attempt> batch = new ArrayList<>();
            endpoints.forEach(id -> batch.addAll(attempts(id).of("fffff")));
            Collections.shuffle(batch, random);
            batches.add(batch);
        }

        recordAtOnce(batches);

        endpoints.forEach(
                id -> assertEquals(200, get(id).get("consecutive_failures").intValue()));
    }

    @Test
    void theTenthOfManyThatAreRecordedAtTheSameTimeDisablesAndIsToldOnce() {
        UUID endpoint = endpoint(10);
        Attempts attempts = attempts(endpoint);
        List<List<Attempt>> batches = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            batches.add(attempts.of("f"));
        }

        recordAtOnce(batches);

        assertEquals(10, get(endpoint).get("consecutive_failures").intValue());
        assertEquals("disabled", get(endpoint).get("status").textValue());
        assertEquals("failures", get(endpoint).get("disabled_reason").textValue());
        assertEquals(List.of("webhook.disabled"), told(endpoint));
    }

    @Test
    void tenFailuresOverSeveralBatchesDisableAndNotEarlier() {
        UUID endpoint = endpoint(10);
        Attempts attempts = attempts(endpoint);

        record(attempts.of("ffff"));
        record(attempts.of("fffff"));
        String afterNine = get(endpoint).get("status").textValue();
        record(attempts.of("fff"));

        assertEquals("active", afterNine);
        assertEquals("disabled", get(endpoint).get("status").textValue());
        assertEquals(10, get(endpoint).get("consecutive_failures").intValue());
    }

    @Test
    void failuresThatBeganBeforeItWasEnabledAgainAreOfNoAccount() {
        UUID endpoint = endpoint(10);
        List<Attempt> stale = attempts(endpoint, Instant.now().minusSeconds(60)).of("ffffffffffdg");
        record(attempts(endpoint).of("fffffg"));
        gateway.post("/api/v1/endpoints/" + endpoint + "/enable", Map.of());

        record(stale);

        assertEquals("active", get(endpoint).get("status").textValue());
        assertEquals(0, get(endpoint).get("consecutive_failures").intValue());
        assertEquals(List.of("webhook.disabled"), told(endpoint));
    }

    @Test
    void theFirstSuccessAfterItWasEnabledAgainIsItsRecovery() {
        UUID endpoint = endpoint(10);
        record(attempts(endpoint).of("g"));
        gateway.post("/api/v1/endpoints/" + endpoint + "/enable", Map.of());
        Attempts later = attempts(endpoint, Instant.now());

        record(later.of("s"));
        record(later.of("s"));

        assertEquals(List.of("webhook.disabled", "webhook.recovered"), told(endpoint));
    }

    /** Three thousand attempts a second must not make every process read the endpoint three thousand times. */
    @Test
    void countingAnnouncesNothingAndATurnOfTheStatusDoes() throws SQLException {
        UUID endpoint = endpoint(10);
        Attempts attempts = attempts(endpoint);
        try (Connection connection = DriverManager.getConnection(
                EmbeddedStack.configuration().get("quarkus.datasource.jdbc.url"),
                EmbeddedStack.configuration().get("quarkus.datasource.username"),
                EmbeddedStack.configuration().get("quarkus.datasource.password"))) {
            connection.createStatement().execute("listen ticketwire_configuration");

            record(attempts.of("sfffsff"));
            List<String> counted = heard(connection, endpoint);
            record(attempts.of("g"));
            List<String> turned = heard(connection, endpoint);

            assertEquals(List.of(), counted);
            assertEquals(1, turned.size());
        }
    }

    /** What a round trip to the server brings along. */
    private static List<String> heard(Connection connection, UUID endpoint) throws SQLException {
        connection.createStatement().execute("select 1");
        PGNotification[] heard = connection.unwrap(PGConnection.class).getNotifications();
        return heard == null
                ? List.of()
                : Arrays.stream(heard)
                        .map(PGNotification::getParameter)
                        .filter(parameter -> parameter.endsWith(endpoint.toString()))
                        .toList();
    }

    private UUID endpoint(int disableAfter) {
        JsonNode endpoint =
                gateway.endpoint(receiver, Map.of("events", List.of("nothing.at.all"), "disable_after", disableAfter));
        UUID id = UUID.fromString(endpoint.get("id").textValue());
        made.add(id);
        return id;
    }

    private static Attempts attempts(UUID endpoint) {
        return attempts(endpoint, Instant.now());
    }

    private static Attempts attempts(UUID endpoint, Instant from) {
        return new Attempts(endpoint, "ticket.created", from);
    }

    private void record(List<Attempt> batch) {
        recordAtOnce(List.of(batch));
    }

    private void recordAtOnce(List<List<Attempt>> batches) {
        Multi.createFrom()
                .iterable(batches)
                .onItem()
                .transformToUni(batch -> database.withTransaction(transaction -> recorder.count(transaction, batch)))
                .merge(10)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    private JsonNode get(UUID endpoint) {
        return gateway.get("/api/v1/endpoints/" + endpoint);
    }

    private List<String> told(UUID endpoint) {
        List<String> types = new ArrayList<>();
        database.preparedQuery("select type, source from events where subject = $1 order by seq")
                .execute(Tuple.of(endpoint.toString()))
                .await()
                .atMost(PATIENCE)
                .forEach(row -> {
                    assertTrue(row.getString("source").endsWith("/" + endpoint));
                    types.add(row.getString("type"));
                });
        return types;
    }
}
