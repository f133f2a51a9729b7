package io.ticketwire.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.EventCatalogue;
import io.ticketwire.event.EventSettings;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The list of event types as a caller sees it. */
class EventTypeResourceTest {

    @Test
    void listsEveryTypeWithTopicSchemaAndExample() {
        var resource = new EventTypeResource(new EventCatalogue(), new Topics(settings("acme")));

        JsonNode answer = Json.tree(Json.text(resource.list()));

        assertTrue(answer.get("next_cursor").isNull());
        assertEquals(EventType.values().length, answer.get("items").size());
        JsonNode first = answer.get("items").get(0);
        assertEquals("ticket.created", first.get("type").asText());
        assertEquals(
                "A ticket was seen for the first time", first.get("description").asText());
        assertEquals("acme.tickets", first.get("topic").asText());
        assertEquals("urn:ticketwire:schema:ticket:1", first.get("dataschema").asText());
        assertEquals(first.get("dataschema"), first.at("/schema/$id"));
        assertEquals("12345", first.at("/example/data/ticket/external_id").asText());
    }

    private static EventSettings settings(String prefix) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(EventSettings.class)
                .withDefaultValue("ticketwire.topics.prefix", prefix)
                .build();
        return config.getConfigMapping(EventSettings.class);
    }
}
