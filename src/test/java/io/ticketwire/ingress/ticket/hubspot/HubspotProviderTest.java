package io.ticketwire.ingress.ticket.hubspot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** HubSpot: under which ids the events of a list are known, its bounds, and what its stages mean. */
class HubspotProviderTest {

    private static final String CHANGE =
            """
            {"eventId":%d,"subscriptionId":1,"portalId":147,"appId":3,"occurredAt":%d,"attemptNumber":%d,
             "subscriptionType":"ticket.propertyChange","objectId":99,"propertyName":"hs_pipeline_stage","propertyValue":"%s"}""";

    private final HubspotProvider provider = new HubspotProvider();

    @Test
    void eventThatIsSentAgainAmongOthersHasTheSameId() {
        String event = CHANGE.formatted(1, 1782900000123L, 0, "2");
        String again = CHANGE.formatted(7, 1782900000123L, 3, "2");
        String other = CHANGE.formatted(2, 1782900000000L, 0, "1");

        InboundEvent first = events("[" + event + "]").get(0);
        List<InboundEvent> second = events("[" + other + "," + again + "]");

        assertEquals(Repeat.BY_EVENT_ID, first.repeat());
        assertEquals(first.id(), second.get(1).id());
        assertNotEquals(first.id(), second.get(0).id());
    }

    @Test
    void eventsOfOneTimeAreToldApartByWhatTheySay() {
        String open = CHANGE.formatted(1, 1782900000123L, 0, "1");
        String closed = CHANGE.formatted(1, 1782900000123L, 0, "4");

        List<InboundEvent> events = events("[" + open + "," + closed + "]");

        assertNotEquals(events.get(0).id(), events.get(1).id());
    }

    @Test
    void eventsWithoutATimeAreStillTwo() {
        String event = "{\"subscriptionType\":\"ticket.restore\",\"objectId\":99}";

        List<InboundEvent> events = events("[" + event + "," + event + "]");

        assertNotEquals(events.get(0).id(), events.get(1).id());
    }

    @Test
    void objectOfAWorkflowIsKnownByItsBody() {
        assertEquals(
                Repeat.BY_BODY,
                events("{\"objectId\":99,\"properties\":{\"hs_pipeline_stage\":\"1\"}}")
                        .get(0)
                        .repeat());
    }

    @Test
    void thousandEventsAreReadAndOneMoreIsKeptAside() {
        assertEquals(1_000, events(restores(1_000)).size());

        Reading reading = read(restores(1_001));

        assertEquals(
                "too_many_events",
                assertInstanceOf(Reading.Nothing.class, reading).reason());
    }

    @ParameterizedTest
    @CsvSource({"1, open", "2, pending", "3, open", "4, closed", "5, ", "1203981723, ", "closed, "})
    void onlyTheStagesOfTheDefaultPipelineSayAState(String stage, String expected) {
        InboundEvent event = events("[" + CHANGE.formatted(1, 1782900000123L, 0, stage) + "]")
                .get(0);

        assertEquals(expected, ((TicketObservation) event.data()).status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "[1,null,[]]",
                "[{\"subscriptionType\":\"contact.creation\",\"objectId\":1}]",
                "[{\"subscriptionType\":\"object.creation\",\"objectTypeId\":\"0-1\",\"objectId\":1}]",
                "[{\"subscriptionType\":\"contact.associationChange\",\"fromObjectId\":1,\"toObjectId\":99}]"
            })
    void whatHasNoTicketInItIsKeptAside(String body) {
        assertEquals(
                "not_about_a_ticket",
                assertInstanceOf(Reading.Nothing.class, read(body)).reason());
    }

    @Test
    void eventWithoutAnIdDoesNotSpoilTheOthers() {
        List<InboundEvent> events = events(
                "[{\"subscriptionType\":\"ticket.creation\"},{\"subscriptionType\":\"ticket.creation\",\"objectId\":99}]");

        assertEquals(1, events.size());
    }

    @Test
    void payloadsAreRecognisedByWhatOnlyHubspotSends() {
        assertTrue(recognises("[" + CHANGE.formatted(1, 1L, 0, "1") + "]"));
        assertTrue(recognises("{\"id\":\"1\",\"properties\":{\"hs_object_id\":\"1\"}}"));
        assertTrue(provider.recognises(
                Json.tree("{}"),
                Callback.of("").header("X-HubSpot-Signature", "1").get().headers()));
        assertFalse(recognises("[{\"subscriptionType\":\"a\",\"objectId\":1}]"));
        assertFalse(recognises("[]"));
    }

    private boolean recognises(String body) {
        return provider.recognises(Json.tree(body), Callback.of(body).get().headers());
    }

    private static String restores(int count) {
        return IntStream.range(0, count)
                .mapToObj(id -> "{\"subscriptionType\":\"ticket.restore\",\"occurredAt\":1782900000123,\"objectId\":"
                        + id + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private Reading read(String body) {
        return provider.read(Callback.of(body).get(), ConnectorExample.of("hubspot"));
    }

    private List<InboundEvent> events(String body) {
        return assertInstanceOf(Reading.Events.class, read(body)).events();
    }

    @Test
    void mergersOfMoreThanAThousandTicketsAreKeptForAPersonToLookAt() {
        StringBuilder ids = new StringBuilder("0");
        for (int i = 1; i < 200; i++) {
            ids.append(',').append(i);
        }
        String merger = "{\"subscriptionType\":\"ticket.merge\",\"occurredAt\":1763630100123,\"primaryObjectId\":1000,"
                + "\"newObjectId\":1000,\"mergedObjectIds\":[" + ids + "]}";
        String body = "[" + (merger + ",").repeat(20) + merger + "]";

        Reading reading = new HubspotProvider().read(Callback.of(body).get(), ConnectorExample.of("hubspot"));

        assertEquals(
                "too_many_events",
                assertInstanceOf(Reading.Nothing.class, reading).reason());
    }
}
