package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.Receiver;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was not delivered is delivered after all. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class RecoveryTest extends Scenario {

    private Receiver receiver;
    private String connector;
    private String endpoint;
    private Instant since;

    /** An endpoint that wants the tickets of one connector, and doesn't retry. */
    @BeforeEach
    void anEndpointOfItsOwnConnector() {
        since = Instant.now();
        receiver = receiver();
        connector = gateway.connector("webhook", null);
        endpoint = endpoint();
    }

    @Test
    void aDryRunCountsWhatFailedWhatIsMissingAndAllAndDoesNothing() {
        anOutage();
        int before = receiver.received().size();

        long failed = dryRun("failed");
        long missing = dryRun("missing");
        long all = dryRun("all");

        assertEquals(List.of(2L, 3L, 6L), List.of(failed, missing, all));
        assertEquals(before, receiver.received().size());
        assertEquals(0, gateway.get(recoveries()).get("items").size());
    }

    @Test
    void whatFailedIsDeliveredAndNothingElse() {
        Outage outage = anOutage();

        JsonNode recovery = recover("failed");

        assertDone(recovery, 2);
        assertReceivedAgain(outage.failed());
        outage.failed().forEach(event -> awaitStatus(event, "delivered"));
    }

    @Test
    void whatIsMissingIsDeliveredWithRowsForEventsThatHadNone() {
        Outage outage = anOutage();

        JsonNode recovery = recover("missing");

        assertDone(recovery, 3);
        assertReceivedAgain(outage.missing());
        outage.missing().forEach(event -> awaitStatus(event, "delivered"));
    }

    @Test
    void allIsDeliveredAgain() {
        Outage outage = anOutage();

        JsonNode recovery = recover("all");

        assertDone(recovery, 6);
        Set<String> everything = new HashSet<>(outage.failed());
        everything.addAll(outage.missing());
        everything.add(outage.delivered());
        assertReceivedAgain(everything);
    }

    @Test
    void aRecoveryWhoseProcessWasKilledGoesOnFromItsCursorInAnother() {
        List<String> events = post(4);
        await().untilAsserted(() -> assertEquals(4, receiver.received().size()));
        events.forEach(event -> awaitStatus(event, "delivered"));
        receiver.received().clear();

        UUID recovery = running(
                "all",
                4,
                2,
                "(select seq from events where id = '" + events.get(1) + "')",
                "now() - interval '1 second'");

        await().untilAsserted(() -> assertEquals("done", status(recovery)));
        assertEquals(4, gateway.get(recoveries() + "/" + recovery).get("done").intValue());
        assertReceivedAgain(Set.copyOf(events.subList(2, 4)));
    }

    @Test
    void aRecoveryKeepsToItsRate() {
        post(11);
        await().untilAsserted(() -> assertEquals(11, receiver.received().size()));
        JsonNode begun = recover("all");

        JsonNode recovery = awaitEnd(begun);

        // 5 at once, 5 a second later, 1 another second later: see ScenarioProfile.
        Instant created = Instant.parse(recovery.get("created_at").textValue());
        Instant finished = Instant.parse(recovery.get("finished_at").textValue());
        assertEquals(11, recovery.get("done").intValue());
        assertTrue(Duration.between(created, finished).toMillis() >= 1_900, recovery.toString());
    }

    @Test
    void aDisabledEndpointIsNotSentAnythingAgain() {
        List<String> events = post(1);
        awaitStatus(events.get(0), "delivered");
        gateway.post("/api/v1/endpoints/" + endpoint + "/disable", Map.of());

        HttpResponse<String> recover = recover(Map.of("since", since.toString()));
        HttpResponse<String> dryRun = recover(Map.of("since", since.toString(), "dry_run", true));
        HttpResponse<String> resend =
                gateway.post("/api/v1/deliveries/" + delivery(events.get(0)) + "/resend", Map.of());
        HttpResponse<String> replay = replay(events.get(0), endpoint);

        for (HttpResponse<String> answer : List.of(recover, dryRun, resend, replay)) {
            assertEquals(409, answer.statusCode(), answer.body());
            assertTrue(Json.tree(answer.body()).get("detail").textValue().contains("disabled"), answer.body());
        }
    }

    @Test
    void aDeliveryToAnEndpointThatWasDeletedIsNotResent() {
        List<String> events = post(1);
        awaitStatus(events.get(0), "delivered");
        gateway.delete("/api/v1/endpoints/" + endpoint);

        HttpResponse<String> resend =
                gateway.post("/api/v1/deliveries/" + delivery(events.get(0)) + "/resend", Map.of());

        assertEquals(409, resend.statusCode(), resend.body());
    }

    @Test
    void aRecoveryWhoseEndpointIsDisabledMeanwhileEndsAndSaysWhy() {
        post(1);
        await().untilAsserted(() -> assertEquals(1, receiver.received().size()));
        gateway.post("/api/v1/endpoints/" + endpoint + "/disable", Map.of());

        UUID recovery = running("all", 1, 0, "0", "null");

        await().untilAsserted(() -> assertEquals("failed", status(recovery)));
        assertTrue(gateway.get(recoveries() + "/" + recovery)
                .get("reason")
                .textValue()
                .startsWith("endpoint_disabled"));
        assertEquals(1, receiver.received().size());
    }

    @Test
    void thereIsOneRecoveryOfAnEndpointAtATimeAndItCanBeCancelled() {
        UUID running = running("all", 1, 0, "0", "now() + interval '1 hour'");
        String path = recoveries() + "/" + running + "/cancel";

        HttpResponse<String> second = recover(Map.of("since", since.toString()));
        HttpResponse<String> cancelled = gateway.post(path, Map.of());
        HttpResponse<String> again = gateway.post(path, Map.of());
        HttpResponse<String> third = recover(Map.of("since", since.toString()));

        assertEquals(409, second.statusCode());
        assertTrue(second.body().contains(running.toString()), second.body());
        assertEquals("cancelled", Json.tree(cancelled.body()).get("status").textValue());
        assertEquals(409, again.statusCode());
        assertEquals(202, third.statusCode(), third.body());
        assertEquals(2, gateway.get(recoveries()).get("items").size());
    }

    @Test
    void noMoreThanTwentyRunAtATime() {
        database.preparedQuery(
                        """
                        insert into recoveries (id, endpoint_id, scope, since, until, status, count, claimed_by, claimed_until)
                        select gen_random_uuid(), gen_random_uuid(), 'all', now(), now(), 'running', 0, $1, 'infinity'
                        from generate_series(1, 20)""")
                .execute(Tuple.of(UUID.fromString(connector)))
                .await()
                .atMost(PATIENCE);

        HttpResponse<String> answer = recover(Map.of("since", since.toString()));
        database.preparedQuery("delete from recoveries where claimed_by = $1")
                .execute(Tuple.of(UUID.fromString(connector)))
                .await()
                .atMost(PATIENCE);

        assertEquals(409, answer.statusCode());
        assertTrue(answer.body().contains("20"), answer.body());
    }

    @Test
    void theSameRequestUnderTheSameKeyIsOneRecovery() {
        Map<String, Object> request = Map.of("since", since.toString());
        String path = "/api/v1/endpoints/" + endpoint + "/recover";

        HttpResponse<String> first = gateway.post(path, request, "recover-" + endpoint);
        HttpResponse<String> second = gateway.post(path, request, "recover-" + endpoint);

        assertEquals(202, first.statusCode(), first.body());
        assertEquals(first.body(), second.body());
        assertEquals(1, gateway.get(recoveries()).get("items").size());
    }

    @Test
    void anEventIsReplayedToAnEndpointThatHasNotSubscribedToIt() {
        Receiver other = receiver();
        String stranger = gateway.endpoint(other, Map.of("events", List.of("campaign.completed")))
                .get("id")
                .textValue();
        String event = post(1).get(0);
        awaitStatus(event, "delivered");

        HttpResponse<String> answer = replay(event, stranger);

        assertEquals(202, answer.statusCode(), answer.body());
        String expected =
                Ids.delivery(UUID.fromString(event), UUID.fromString(stranger)).toString();
        assertEquals(expected, Json.tree(answer.body()).get("delivery_id").textValue());
        await().untilAsserted(() -> assertEquals(1, other.received().size()));
        assertEquals(expected, other.received().get(0).delivery());
        assertEquals(event, other.received().get(0).json().get("id").textValue());
    }

    /** More than the pool has connections. */
    @ParameterizedTest(name = "with a key: {0}")
    @ValueSource(booleans = {true, false})
    void manyResendsAndReplaysAtATimeAreAllTaken(boolean withKey) {
        String event = post(1).get(0);
        awaitStatus(event, "delivered");
        String resend = "/api/v1/deliveries/" + delivery(event) + "/resend";
        String replay = "/api/v1/events/" + event + "/replay";
        Map<String, String> to = Map.of("endpoint_id", endpoint);

        List<Integer> answers =
                atATime(40, n -> n % 2 == 0 ? post(resend, Map.of(), withKey) : post(replay, to, withKey));

        assertEquals(Collections.nCopies(40, 202), answers);
        awaitStatus(post(1).get(0), "delivered");
    }

    @Test
    void manyRecoveriesOfAnEndpointAtATimeAreOneAndTheOthersHearOfIt() {
        UUID running = running("all", 1, 0, "0", "now() + interval '1 hour'");
        String path = "/api/v1/endpoints/" + endpoint + "/recover";

        List<Integer> answers = atATime(40, n -> post(path, Map.of("since", since.toString()), true));

        // One is running: 409. No more than four are counted at a time: 503.
        assertTrue(answers.contains(409), answers::toString);
        assertTrue(Set.of(409, 503).containsAll(answers), answers::toString);
        assertEquals("running", status(running));
    }

    private int post(String path, Object body, boolean withKey) {
        return (withKey ? gateway.post(path, body, UUID.randomUUID().toString()) : gateway.post(path, body))
                .statusCode();
    }

    private static List<Integer> atATime(int callers, IntFunction<Integer> call) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            return IntStream.range(0, callers)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> call.apply(n), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aReplayOfWhatIsNotThereIsRefused() {
        String nobody = UUID.randomUUID().toString();

        assertEquals(404, replay(nobody, endpoint).statusCode());
        assertEquals(400, replay(nobody, nobody).statusCode());
        assertEquals(
                400,
                gateway.post("/api/v1/events/" + nobody + "/replay", Map.of()).statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    no since          | {}                                                                      | since
                    no time           | {"since":"yesterday"}                                                   | since
                    before our time   | {"since":"-999999999-01-01T00:00:00Z"}                                  | since
                    4800 BC           | {"since":"-4800-01-01T00:00:00Z"}                                       | since
                    no zone           | {"since":"2026-07-01T09:00:00"}                                         | since
                    a number          | {"since":12}                                                            | since
                    until is no time  | {"since":"2026-07-01T09:00:00Z","until":"now"}                          | until
                    until lies ahead  | {"since":"2026-07-01T09:00:00Z","until":"2999-01-01T00:00:00Z"}         | until
                    upside down       | {"since":"2026-07-01T09:00:00Z","until":"2026-07-01T08:00:00Z"}         | since
                    empty             | {"since":"2026-07-01T09:00:00Z","until":"2026-07-01T09:00:00Z"}         | since
                    unknown word      | {"since":"2026-07-01T09:00:00Z","only":"some"}                          | only
                    dry run is a word | {"since":"2026-07-01T09:00:00Z","dry_run":"maybe"}                      | dry_run
                    unknown field     | {"since":"2026-07-01T09:00:00Z","onyl":"all"}                           | onyl
                    """)
    void aRequestThatMakesNoSenseIsRefused(String what, String body, String field) {
        HttpResponse<String> answer = gateway.post("/api/v1/endpoints/" + endpoint + "/recover", Json.tree(body));

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(field, Json.tree(answer.body()).at("/errors/0/field").textValue(), answer.body());
    }

    @Test
    void whatIsNotThereIsNotRecovered() {
        String nobody = UUID.randomUUID().toString();

        assertEquals(
                404,
                gateway.post("/api/v1/endpoints/" + nobody + "/recover", Map.of("since", since.toString()))
                        .statusCode());
        assertEquals(404, gateway.get(recoveries() + "/" + nobody).get("status").intValue());
        assertEquals(
                404,
                gateway.post(recoveries() + "/" + nobody + "/cancel", Map.of()).statusCode());
    }

    /** Events by what became of them. */
    private record Outage(String delivered, Set<String> failed, Set<String> missing) {}

    /** One delivered, two dead, two skipped, one without a row. */
    private Outage anOutage() {
        String delivered = post(1).get(0);
        awaitStatus(delivered, "delivered");
        receiver.answering(request -> 500);
        List<String> failed = post(2);
        failed.forEach(event -> awaitStatus(event, "dead"));
        gateway.post("/api/v1/endpoints/" + endpoint + "/disable", Map.of());
        List<String> missing = new ArrayList<>(post(3));
        missing.forEach(event -> awaitStatus(event, "skipped"));
        database.query("delete from deliveries where id = '" + delivery(missing.get(1)) + "'")
                .execute()
                .await()
                .atMost(PATIENCE);
        gateway.post("/api/v1/endpoints/" + endpoint + "/enable", Map.of());
        receiver.answering(request -> 200);
        receiver.received().clear();
        return new Outage(delivered, Set.copyOf(failed), Set.copyOf(missing));
    }

    private String endpoint() {
        Map<String, Object> endpoint = new HashMap<>();
        endpoint.put("events", List.of("ticket.*"));
        endpoint.put("filter", Map.of("ticket.connector_id", List.of(connector)));
        endpoint.put("retry_policy", List.of());
        return gateway.endpoint(receiver, endpoint).get("id").textValue();
    }

    private List<String> post(int tickets) {
        List<String> events = new ArrayList<>();
        for (int n = 0; n < tickets; n++) {
            events.add(gateway.callback(connector, ticket(newId(), "open"))
                    .headers()
                    .firstValue("X-Ticketwire-Event-Id")
                    .orElseThrow());
        }
        return events;
    }

    private HttpResponse<String> recover(Map<String, Object> request) {
        return gateway.post("/api/v1/endpoints/" + endpoint + "/recover", request);
    }

    private JsonNode recover(String only) {
        HttpResponse<String> answer = recover(Map.of("since", since.toString(), "only", only));
        assertEquals(202, answer.statusCode(), answer.body());
        return Json.tree(answer.body());
    }

    private long dryRun(String only) {
        HttpResponse<String> answer = recover(Map.of("since", since.toString(), "only", only, "dry_run", true));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.tree(answer.body()).get("count").longValue();
    }

    private HttpResponse<String> replay(String event, String to) {
        return gateway.post("/api/v1/events/" + event + "/replay", Map.of("endpoint_id", to));
    }

    /** A recovery that some process has begun. */
    private UUID running(String only, int count, int done, String cursor, String claimedUntil) {
        UUID id = UUID.randomUUID();
        database.preparedQuery(
                        """
                        insert into recoveries (id, endpoint_id, scope, since, until, status, count, done, cursor, claimed_by,
                            claimed_until)
                        values ($1, $2, $3, $4, now(), 'running', $5, $6, %s, gen_random_uuid(), %s)"""
                                .formatted(cursor, claimedUntil))
                .execute(Tuple.of(
                        id,
                        UUID.fromString(endpoint),
                        only,
                        OffsetDateTime.ofInstant(since, ZoneOffset.UTC),
                        (long) count,
                        (long) done))
                .await()
                .atMost(PATIENCE);
        return id;
    }

    private String recoveries() {
        return "/api/v1/endpoints/" + endpoint + "/recoveries";
    }

    private String status(UUID recovery) {
        return gateway.get(recoveries() + "/" + recovery).get("status").textValue();
    }

    private JsonNode awaitEnd(JsonNode begun) {
        UUID id = UUID.fromString(begun.get("recovery_id").textValue());
        await().untilAsserted(() -> assertEquals("done", status(id)));
        return gateway.get(recoveries() + "/" + id);
    }

    private void assertDone(JsonNode begun, int count) {
        assertEquals(count, begun.get("count").intValue());
        JsonNode recovery = awaitEnd(begun);
        assertEquals(count, recovery.get("count").intValue());
        assertEquals(count, recovery.get("done").intValue());
        assertFalse(recovery.get("finished_at").isNull());
    }

    private void assertReceivedAgain(Set<String> events) {
        await().untilAsserted(() -> assertEquals(events, receivedEvents()));
        await().during(Duration.ofMillis(500)).until(() -> receiver.received().size() == events.size());
    }

    private Set<String> receivedEvents() {
        return receiver.received().stream()
                .map(webhook -> webhook.json().get("id").textValue())
                .collect(Collectors.toSet());
    }

    private String delivery(String event) {
        return Ids.delivery(UUID.fromString(event), UUID.fromString(endpoint)).toString();
    }

    private void awaitStatus(String event, String status) {
        String path = "/api/v1/deliveries/" + delivery(event);
        await().untilAsserted(() ->
                assertEquals(status, gateway.get(path).get("status").asText()));
    }
}
