package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Tickets of any platform: which events they make, and under which ids. */
class WebhookProviderTest {

    private static final String TICKET = "{\"ticket\":{\"id\":12345,\"subject\":\"Login\",\"status\":\"open\"}}";
    private static final String TWO =
            "[{\"id\":1,\"subject\":\"a\",\"status\":\"open\"},{\"id\":2,\"subject\":\"b\",\"status\":\"open\"}]";
    private static final UUID TICKET_ID = Ids.ticket(ConnectorExample.ID, "12345");

    private final WebhookProvider provider = new WebhookProvider(List.of());

    @Test
    void ticketIsObservedUnderItsOwnId() {
        List<InboundEvent> events = events(Callback.of(TICKET));

        assertEquals(1, events.size());
        assertEquals("ticket.observed", events.get(0).type());
        assertEquals(TICKET_ID.toString(), events.get(0).subject());
        assertEquals(Callback.RECEIVED_AT, events.get(0).time());
        TicketObservation observation = (TicketObservation) events.get(0).data();
        assertEquals(TICKET_ID, observation.ticketId());
        assertEquals("12345", observation.externalId());
        assertEquals("Acme", observation.connector());
        assertEquals("open", observation.status());
    }

    @Test
    void equalBodiesMakeEventsOfTheSameId() {
        List<InboundEvent> first = events(Callback.of(TICKET));

        List<InboundEvent> second = events(Callback.of(TICKET));

        assertEquals(first.get(0).id(), second.get(0).id());
        assertEquals(Repeat.BY_BODY, second.get(0).repeat());
    }

    @Test
    void bodiesThatDifferInABlankMakeEventsOfDifferentIds() {
        List<InboundEvent> first = events(Callback.of(TICKET));

        List<InboundEvent> second = events(Callback.of(TICKET + " "));

        assertNotEquals(first.get(0).id(), second.get(0).id());
    }

    @Test
    void idThatTheSenderGivesItsEventCountsForMoreThanTheBody() {
        List<InboundEvent> first = events(Callback.of(TICKET).header("Webhook-Id", "msg_1"));

        List<InboundEvent> second = events(Callback.of(TICKET + " ").header("webhook-id", "msg_1"));

        assertEquals(first.get(0).id(), second.get(0).id());
        assertEquals(Ids.event(ConnectorExample.ID, "msg_1"), second.get(0).id());
        assertEquals(Repeat.BY_EVENT_ID, second.get(0).repeat());
    }

    @Test
    void webhookIdCountsForMoreThanAnIdempotencyKey() {
        List<InboundEvent> events =
                events(Callback.of(TICKET).header("Idempotency-Key", "key-1").header("webhook-id", "msg_1"));

        assertEquals(Ids.event(ConnectorExample.ID, "msg_1"), events.get(0).id());
    }

    @Test
    void idempotencyKeyIsAnIdToo() {
        List<InboundEvent> events = events(Callback.of(TICKET).header("Idempotency-Key", "key-1"));

        assertEquals(Ids.event(ConnectorExample.ID, "key-1"), events.get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "msg_1"})
    void everyTicketOfAListIsAnEventOfItsOwn(String webhookId) {
        List<InboundEvent> events = events(Callback.of(TWO).header("webhook-id", webhookId));

        assertEquals(2, events.size());
        assertEquals(2, events.stream().map(InboundEvent::id).distinct().count());
        assertEquals(2, events.stream().map(InboundEvent::subject).distinct().count());
    }

    @Test
    void ticketsOfAListKeepTheirIdsOverRepeats() {
        List<InboundEvent> first = events(Callback.of(TWO));

        List<InboundEvent> second = events(Callback.of(TWO));

        assertEquals(
                first.stream().map(InboundEvent::id).toList(),
                second.stream().map(InboundEvent::id).toList());
    }

    @Test
    void timeOfTheEventIsTheTicketsOwn() {
        List<InboundEvent> events = events(
                Callback.of("{\"ticket\":{\"id\":1,\"subject\":\"a\",\"updated_at\":\"2026-07-01T09:00:00Z\"}}"));

        assertEquals("2026-07-01T09:00:00Z", events.get(0).time().toString());
    }

    @Test
    void timeAheadOfTheRequestIsNoTime() {
        List<InboundEvent> events = events(
                Callback.of("{\"ticket\":{\"id\":1,\"subject\":\"a\",\"updated_at\":\"2026-07-04T09:00:00Z\"}}"));

        assertEquals(Callback.RECEIVED_AT, events.get(0).time());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no json", "7", "[1,2]", "[]"})
    void whatIsNoObjectAndHoldsNoneIsMalformed(String body) {
        Reading reading = read(Callback.of(body));

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ping\":true}", "{\"ref\":\"refs/heads/main\",\"commits\":[]}"})
    void whatIsNoTicketIsKeptForAPersonToLookAt(String body) {
        Reading reading = read(Callback.of(body));

        assertInstanceOf(Reading.Nothing.class, reading);
    }

    private List<InboundEvent> events(Callback request) {
        return assertInstanceOf(Reading.Events.class, read(request)).events();
    }

    private Reading read(Callback request) {
        return provider.read(request.get(), ConnectorExample.of("webhook"));
    }
}
