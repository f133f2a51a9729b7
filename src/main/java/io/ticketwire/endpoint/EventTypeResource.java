package io.ticketwire.endpoint;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventCatalogue;
import io.ticketwire.event.Topics;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** What an endpoint can subscribe to. */
@Path("/api/v1/event-types")
@Produces(MediaType.APPLICATION_JSON)
@ServedBy(Role.API)
@RolesAllowed(ApiRole.VIEWER)
public class EventTypeResource {

    private final Page<EventTypeView> page;

    EventTypeResource(EventCatalogue catalogue, Topics topics) {
        List<EventTypeView> views = catalogue.entries().stream()
                .map(entry -> EventTypeView.of(entry, topics))
                .toList();
        this.page = Page.all(views);
    }

    /** Every event type with its schema and an example. */
    @GET
    public Page<EventTypeView> list() {
        return page;
    }

    /**
     * An event type as the API shows it.
     *
     * @param topic the full name of the Kafka topic that carries it
     * @param dataschema the URN of the schema, as in the event's {@code ce_dataschema}
     * @param schema the JSON Schema of {@code data}
     * @param example a complete webhook body
     */
    public record EventTypeView(
            String type, String description, String topic, String dataschema, JsonNode schema, JsonNode example) {

        static EventTypeView of(EventCatalogue.Entry entry, Topics topics) {
            return new EventTypeView(
                    entry.type().type(),
                    entry.type().description(),
                    topics.name(entry.type().topic()),
                    entry.type().dataSchema(),
                    entry.schema(),
                    entry.example());
        }
    }
}
