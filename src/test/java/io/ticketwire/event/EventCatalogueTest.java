package io.ticketwire.event;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the catalogue offers to subscribers. */
class EventCatalogueTest {

    private final EventCatalogue catalogue = new EventCatalogue();

    @Test
    void holdsEveryTypeInOrder() {
        List<EventType> types =
                catalogue.entries().stream().map(EventCatalogue.Entry::type).toList();

        assertEquals(Arrays.asList(EventType.values()), types);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void exampleIsAWholeWebhookBody(EventType type) {
        var entry = catalogue.of(type);

        assertEquals(type.dataSchema(), entry.schema().path("$id").asText());
        assertEquals(type.type(), entry.example().path("event").asText());
        assertEquals(5, UUID.fromString(entry.example().path("id").asText()).version());
        assertEquals(
                "2026-07-01T09:00:00.000Z", entry.example().path("timestamp").asText());
        assertEquals(entry.exampleData(), entry.example().path("data"));
        Schemas.assertValid(type.type(), Json.bytes(entry.exampleData()));
    }

    @Test
    void exampleFitsItsTypeWhereOneSchemaServesSeveral() {
        assertEquals("resolved", status(EventType.TICKET_RESOLVED, "/ticket/status"));
        assertEquals("open", status(EventType.TICKET_REOPENED, "/ticket/status"));
        assertEquals("rejected", status(EventType.AI_RESPONSE_REJECTED, "/ai_response/status"));
        assertEquals("30003", status(EventType.MESSAGE_FAILED, "/message/error/code"));
    }

    private String status(EventType type, String pointer) {
        return catalogue.of(type).exampleData().at(pointer).asText();
    }
}
