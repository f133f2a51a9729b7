package io.ticketwire.fanout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.testing.EndpointExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From an event to its deliveries. */
class MatchTest {

    private static final String VALUE = "{ \"ticket\" : {\"priority\":\"high\"} }";
    private static final Event EVENT = new Event(
            UUID.fromString("1dc0bd2d-0aba-5208-b3b4-047cd54f62c5"),
            "ticket.created",
            "/api",
            "edcc97ee-a80b-57be-a28c-0e003ddd78bb",
            Instant.parse("2026-07-01T09:00:00Z"),
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            Instant.parse("2026-07-01T09:00:01Z"),
            true,
            VALUE.getBytes(UTF_8));
    private static final UUID OTHER = UUID.fromString("11111111-1111-4111-8111-111111111111");

    @Test
    void onlyThoseWhoWantTheTypeMatch() {
        Endpoint tickets = EndpointExample.endpoint().wants("ticket.*").get();
        Endpoint messages =
                EndpointExample.endpoint().id(OTHER).wants("message.*").get();

        List<Match> matches = Match.of(EVENT, List.of(tickets, messages));

        assertEquals(
                List.of(tickets.id()), matches.stream().map(Match::endpointId).toList());
    }

    @Test
    void filterIsAskedToo() {
        Endpoint low = EndpointExample.endpoint()
                .filter(Map.of("ticket.priority", List.of(Json.tree("\"low\""))))
                .get();

        List<Match> matches = Match.of(EVENT, List.of(low));

        assertEquals(List.of(), matches);
    }

    @Test
    void disabledEndpointMatchesButIsNotDeliveredTo() {
        Endpoint disabled =
                EndpointExample.endpoint().status(EndpointStatus.DISABLED).get();

        List<Match> matches = Match.of(EVENT, List.of(disabled));

        assertEquals(1, matches.size());
        assertFalse(matches.get(0).deliver());
    }

    @Test
    void failingEndpointIsDeliveredTo() {
        Endpoint failing =
                EndpointExample.endpoint().status(EndpointStatus.FAILING).get();

        List<Match> matches = Match.of(EVENT, List.of(failing));

        assertTrue(matches.get(0).deliver());
    }

    @Test
    void allMatchesOfAnEventShareOneBody() {
        List<Match> matches = Match.of(EVENT, two());

        assertEquals(2, matches.size());
        assertSame(matches.get(0).body(), matches.get(1).body());
    }

    @Test
    void bodyIsTheEnvelopeAroundTheValueByteForByte() {
        List<Match> matches = Match.of(EVENT, two());

        assertEquals(
                "{\"id\":\"1dc0bd2d-0aba-5208-b3b4-047cd54f62c5\",\"event\":\"ticket.created\","
                        + "\"timestamp\":\"2026-07-01T09:00:00.000Z\",\"data\":" + VALUE + "}",
                new String(matches.get(0).body(), UTF_8));
    }

    @Test
    void repeatedEventMakesTheSameDeliveries() {
        List<Match> matches = Match.of(EVENT, two());

        assertEquals(
                two().stream()
                        .map(endpoint -> Ids.delivery(EVENT.id(), endpoint.id()))
                        .toList(),
                matches.stream().map(Match::deliveryId).toList());
    }

    @Test
    void firstAttemptIsDueAtOnce() {
        Instant now = Instant.parse("2026-07-01T09:00:02Z");

        DeliveryTask task = Match.of(EVENT, two()).get(0).task(42, false, now);

        assertEquals(0, task.attempt());
        assertEquals(now, task.notBefore());
        assertEquals(EVENT.id(), task.eventId());
        assertEquals("ticket.created", task.eventType());
        assertEquals(EVENT.subject(), task.subject());
        assertEquals(EVENT.traceparent(), task.traceparent());
    }

    private static List<Endpoint> two() {
        return List.of(
                EndpointExample.endpoint().get(),
                EndpointExample.endpoint().id(OTHER).get());
    }
}
