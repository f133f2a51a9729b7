package io.ticketwire.endpoint;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which events an endpoint gets. */
class SubscriptionTest {

    private static final JsonNode URGENT =
            Json.tree("{\"ticket\":{\"priority\":\"urgent\",\"status\":\"open\",\"assignee\":null,\"votes\":3}}");

    @ParameterizedTest(name = "{0} wants {1}: {2}")
    @CsvSource({
        "*, ticket.created, true",
        "*, something.of.tomorrow, true",
        "ticket.*, ticket.created, true",
        "ticket.*, ticket.of.tomorrow, true",
        "ticket.*, ticket, false",
        "ticket.*, ticketing.created, false",
        "ticket.*, message.sent, false",
        "ai.response.*, ai.response.approved, true",
        "ai.*, ai.response.approved, true",
        "ticket.created, ticket.created, true",
        "ticket.created, ticket.created.twice, false",
        "ticket.created, Ticket.created, false",
        "survey.response.completed, survey-response-completed, false",
    })
    void patternStandsForTypes(String pattern, String type, boolean expected) {
        Subscription subscription = new Subscription(List.of(pattern), Map.of());

        boolean wanted = subscription.wantsType(type);

        assertEquals(expected, wanted);
    }

    @Test
    void oneOfSeveralPatternsIsEnough() {
        Subscription subscription = new Subscription(List.of("message.*", "ticket.created"), Map.of());

        boolean wanted = subscription.wants("ticket.created", URGENT);

        assertTrue(wanted);
    }

    @Test
    void withoutPatternsNothingIsWanted() {
        Subscription subscription = new Subscription(List.of(), Map.of());

        boolean wanted = subscription.wants("ticket.created", URGENT);

        assertFalse(wanted);
    }

    @ParameterizedTest(name = "{0} among {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ticket.priority | [\"high\",\"urgent\"] | true",
                "ticket.priority | [\"low\"] | false",
                "ticket.priority | [] | false",
                "ticket.assignee | [null] | true",
                "ticket.votes | [3] | true",
                "ticket.votes | [\"3\"] | false",
                "ticket | [\"urgent\"] | false",
                "ticket.missing | [\"urgent\"] | false",
                "ticket.missing | [null] | false",
                "ticket.priority.deeper | [\"urgent\"] | false",
            })
    void filterAllowsValuesAtAPath(String path, String allowed, boolean expected) {
        Subscription subscription = new Subscription(List.of("*"), Map.of(path, values(allowed)));

        boolean wanted = subscription.wants("ticket.created", URGENT);

        assertEquals(expected, wanted);
    }

    @Test
    void everyPathOfAFilterHasToMatch() {
        Subscription subscription = new Subscription(
                List.of("*"),
                Map.of("ticket.priority", values("[\"urgent\"]"), "ticket.status", values("[\"closed\"]")));

        boolean wanted = subscription.wants("ticket.created", URGENT);

        assertFalse(wanted);
    }

    @Test
    void filterDoesNotWidenThePatterns() {
        Subscription subscription =
                new Subscription(List.of("message.*"), Map.of("ticket.priority", values("[\"urgent\"]")));

        boolean wanted = subscription.wants("ticket.created", URGENT);

        assertFalse(wanted);
    }

    @Test
    void valueThatIsNoObjectMatchesNoFilter() {
        Subscription subscription = new Subscription(List.of("*"), Map.of("ticket.priority", values("[\"urgent\"]")));

        boolean wanted = subscription.wants("ticket.created", JsonNodeFactory.instance.textNode("urgent"));

        assertFalse(wanted);
    }

    private static List<JsonNode> values(String json) {
        return List.of(Json.read(json, JsonNode[].class));
    }
}
