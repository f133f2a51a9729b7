package io.ticketwire.ingress.ticket.hubspot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Completeness;
import io.ticketwire.ingress.ticket.TicketBuilder;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/**
 * One element of what HubSpot sends: a thin event ({@code subscriptionType}), or an object with {@code properties}, each a
 * value or an object with a {@code value}.
 *
 * @param time when it happened; what gives no time has just happened
 * @param now when it arrived
 */
record HubspotTicket(JsonNode element, Instant time, Connector connector, Instant now) {

    private static final String HOST = "https://app.hubspot.com";
    private static final String TICKETS = "0-5";
    private static final int MOST_MERGED = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    /** What tells one event from another; HubSpot does not promise that {@code eventId} does. */
    private static final List<String> IDENTITY = List.of(
            "portalId",
            "subscriptionType",
            "objectId",
            "occurredAt",
            "propertyName",
            "propertyValue",
            "primaryObjectId",
            "mergedObjectIds",
            "fromObjectId",
            "toObjectId",
            "associationType",
            "associationRemoved");

    static HubspotTicket of(JsonNode element, Connector connector, Instant now) {
        Instant time = Times.of(element.path("occurredAt"), now);
        return new HubspotTicket(element, time == null ? now : time, connector, now);
    }

    boolean isTicket() {
        String type = text("subscriptionType");
        if (type.startsWith("object.")) {
            return TICKETS.equals(text("objectTypeId")) || TICKETS.equals(text("fromObjectTypeId"));
        }
        return type.startsWith("ticket.") || type.isEmpty() && isTicketObject();
    }

    private boolean isTicketObject() {
        JsonNode properties = element.path("properties");
        return properties.isObject()
                && (text("objectType").equalsIgnoreCase("TICKET")
                        || text("objectTypeId").equals(TICKETS)
                        || new HubspotProperties(properties).areOfATicket());
    }

    /** Null for an object, and for an event without a time: they are known by the body. */
    String eventId() {
        if (text("subscriptionType").isEmpty() || !element.has("occurredAt")) {
            return null;
        }
        StringBuilder id = new StringBuilder();
        IDENTITY.forEach(field -> id.append(element.path(field)).append('\n'));
        return id.toString();
    }

    /** The tickets that it is about: most often one, in a merger several; none if it gives no id. */
    List<TicketReading> read() {
        List<TicketReading> tickets =
                switch (change()) {
                    case "" -> List.of(object());
                    case "creation" ->
                        List.of(thin(element.path("objectId"))
                                .created(element.path("occurredAt"))
                                .build());
                    case "deletion", "privacyDeletion" -> List.of(gone(element.path("objectId")));
                    case "propertyChange" -> List.of(changed());
                    case "merge" -> merged();
                    case "associationChange" ->
                        List.of(thin(element.path("fromObjectId")).build());
                    default -> List.of(thin(element.path("objectId")).build());
                };
        return tickets.stream().filter(ticket -> ticket.externalId() != null).toList();
    }

    private String change() {
        String type = text("subscriptionType");
        return type.substring(type.indexOf('.') + 1);
    }

    private TicketBuilder thin(JsonNode id) {
        return new TicketBuilder(now)
                .id(id)
                .url(url(id))
                .updated(element.path("occurredAt"))
                .completeness(Completeness.THIN);
    }

    private TicketReading gone(JsonNode id) {
        return thin(id).deleted(true).completeness(Completeness.PARTIAL).build();
    }

    private TicketReading changed() {
        JsonNode property =
                JsonNodeFactory.instance.objectNode().set(text("propertyName"), element.path("propertyValue"));
        return new HubspotProperties(property)
                .into(thin(element.path("objectId")))
                .build();
    }

    /** What was merged is gone; what it was merged into has changed, and sometimes is a new ticket. */
    private List<TicketReading> merged() {
        List<TicketReading> tickets = new ArrayList<>();
        JsonNode primary = element.path("primaryObjectId");
        JsonNode created = element.path("newObjectId");
        Set<JsonNode> merged = new LinkedHashSet<>();
        element.path("mergedObjectIds").forEach(merged::add);
        for (JsonNode id : merged) {
            if (!id.equals(primary) && !id.equals(created) && tickets.size() < MOST_MERGED) {
                tickets.add(gone(id));
            }
        }
        tickets.add(thin(primary).build());
        if (!created.equals(primary)) {
            tickets.add(thin(created).build());
        }
        return tickets;
    }

    private TicketReading object() {
        HubspotProperties properties = new HubspotProperties(element.path("properties"));
        JsonNode id = Stream.of(element.path("objectId"), element.path("id"), properties.value("hs_object_id"))
                .filter(given -> new Values().id(given) != null)
                .findFirst()
                .orElse(null);
        TicketBuilder builder = new TicketBuilder(now)
                .id(id)
                .url(id == null ? null : url(id))
                .updated(properties.value("hs_lastmodifieddate"))
                .deleted(element.path("isDeleted").asBoolean()
                        || element.path("archived").asBoolean())
                .completeness(Completeness.PARTIAL);
        TicketReading ticket = properties.into(builder).build();
        boolean whole = ticket.subject() != null
                && ticket.description() != null
                && ticket.status() != null
                && ticket.customerEmail() != null;
        return whole ? builder.completeness(Completeness.COMPLETE).build() : ticket;
    }

    private String url(JsonNode id) {
        String portal = element.path("portalId").asText();
        if (!NUMBER.matcher(portal).matches() || !NUMBER.matcher(id.asText()).matches()) {
            return null;
        }
        String host = connector.baseUrl() == null ? HOST : connector.baseUrl();
        return host + "/contacts/" + portal + "/record/" + TICKETS + "/" + id.asText();
    }

    private String text(String field) {
        return element.path(field).asText();
    }
}
