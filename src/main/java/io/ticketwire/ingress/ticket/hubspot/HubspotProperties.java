package io.ticketwire.ingress.ticket.hubspot;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.ticketwire.ingress.ticket.PriorityWords;
import io.ticketwire.ingress.ticket.State;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.Values;

/**
 * A ticket's properties in HubSpot by their internal names, each a value or an object with a {@code value}.
 *
 * @param properties may lack any of them
 */
record HubspotProperties(JsonNode properties) {

    private static final String DEFAULT_PIPELINE = "0";

    /** The stages of the pipeline that every account has; those of others have ids of their own, which say nothing. */
    private static final Map<String, String> STAGES = Map.of("1", "open", "2", "pending", "3", "open", "4", "closed");

    private static final List<String> OF_TICKETS_ONLY =
            List.of("hs_pipeline_stage", "hs_ticket_priority", "hs_ticket_category", "hs_ticket_id");

    boolean areOfATicket() {
        return OF_TICKETS_ONLY.stream().anyMatch(properties::has);
    }

    JsonNode value(String name) {
        JsonNode property = properties.path(name);
        return property.isObject() ? property.path("value") : property;
    }

    TicketBuilder into(TicketBuilder ticket) {
        if (properties.has("createdate")) {
            ticket.created(value("createdate"));
        }
        return ticket.subject(value("subject"))
                .description(value("content"))
                .status(status())
                .priority(State.of(text("hs_ticket_priority"), PriorityWords::of))
                .customer(null, customerEmail())
                .assignee(value("hubspot_owner_id"))
                .category(value("hs_ticket_category"))
                .channel(channel());
    }

    private State status() {
        String pipeline = text("hs_pipeline");
        boolean isDefault = pipeline == null || pipeline.equals(DEFAULT_PIPELINE);
        return State.of(text("hs_pipeline_stage"), isDefault ? STAGES::get : ignored -> null);
    }

    /** Such as {@code EMAIL}; other platforms write such words small. */
    private JsonNode channel() {
        String source = text("source_type");
        return source == null ? null : TextNode.valueOf(source.toLowerCase(Locale.ROOT));
    }

    /** The first of a list with semicolons. */
    private JsonNode customerEmail() {
        String all = text("hs_all_associated_contact_emails");
        return all == null ? null : TextNode.valueOf(all.split(";", 2)[0]);
    }

    private String text(String name) {
        return new Values().text(value(name), name);
    }
}
