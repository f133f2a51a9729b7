package io.ticketwire.ingress.receive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.ingress.EventIds;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.detect.TicketDetector;
import io.ticketwire.ingress.ticket.TicketEvents;
import io.ticketwire.ingress.ticket.TicketReading;

/** One event of {@code receive}, on its way from the sender's words to the contract's. */
final class ReceivedEvent {

    private static final Map<String, EventType> MESSAGE_STATUS = Map.of(
            "queued", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            "failed", EventType.MESSAGE_FAILED);

    private final ReceivedData data;
    private final String providerId;
    private final EventIds ids;
    private final IncomingRequest request;
    private final Connector connector;

    ReceivedEvent(JsonNode data, String providerId, IncomingRequest request, Connector connector) {
        this.data = new ReceivedData(data, connector.id());
        this.providerId = providerId;
        this.ids = new EventIds(connector.id(), providerId, request.content());
        this.request = request;
        this.connector = connector;
    }

    Reading read(String event) {
        return switch (event) {
            case "ticket.create", "ticket.update", "ticket.resolve" -> ticket(event);
            case "ticket.escalate" -> escalation();
            case "conversation.add" -> conversation();
            case "feedback.create" -> ofTicket(EventType.FEEDBACK_RECEIVED, "feedback", Shapes.FEEDBACK);
            case "transfer.create" -> ofTicket(EventType.TRANSFER_CREATED, "transfer", Shapes.TRANSFER);
            case "survey.respond" ->
                ofTicket(EventType.SURVEY_RESPONSE_COMPLETED, "survey_response", Shapes.SURVEY_RESPONSE);
            case "campaign.complete" -> campaign();
            case "message.create" -> message();
            case "contact.upsert" -> contact();
            case "ai_response.approve" -> review(EventType.AI_RESPONSE_APPROVED, "approved");
            case "ai_response.reject" -> review(EventType.AI_RESPONSE_REJECTED, "rejected");
            default -> new Reading.Nothing("unknown_event", "There is no event of this name");
        };
    }

    /** What the event's name says counts for more than what the detector makes of the fields. */
    private Reading ticket(String event) {
        ObjectNode ticket = data.nested("ticket").deepCopy();
        String externalId = data.externalId(ticket.path("id"));
        if (externalId != null) {
            ticket.put("ticket_id", externalId);
        }
        if (event.equals("ticket.resolve")) {
            ticket.put("status", TicketStatus.RESOLVED);
        }
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode().set("ticket", ticket);
        TicketDetector.Detection detection = TicketDetector.detect(wrapped, request.receivedAt());
        if (detection instanceof TicketDetector.Nothing nothing) {
            return new Reading.Nothing(nothing.reason(), nothing.detail());
        }
        TicketReading reading = ((TicketDetector.Tickets) detection).tickets().get(0);
        if (externalId != null) {
            reading = reading.withExternalId(externalId);
        }
        return reading.externalId() == null && !event.equals("ticket.create")
                ? noTicket()
                : new TicketEvents(providerId, request, connector)
                        .observed(reading)
                        .reading();
    }

    private Reading escalation() {
        UUID ticketId = data.ticketId(data.root().path("id"));
        if (ticketId == null) {
            return noTicket();
        }
        ObjectNode value = Shape.of(Shape.text("reason"), Shape.text("by")).read(data.root(), request.receivedAt());
        value.set("ticket", reference(ticketId));
        return one(event(EventType.TICKET_ESCALATED.type(), ticketId.toString(), request.receivedAt(), value));
    }

    private Reading conversation() {
        JsonNode said = data.nested("conversation");
        UUID ticketId = data.ticketId(said.path("ticket_id"));
        if (ticketId == null) {
            return noTicket();
        }
        ObjectNode conversation = Shapes.CONVERSATION.read(said, request.receivedAt());
        if (conversation.path("text").isNull()) {
            return new Reading.Nothing("no_text", "The conversation has no text");
        }
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.set("ticket", reference(ticketId));
        value.set("conversation", conversation);
        return one(event(
                EventType.CONVERSATION_ADDED.type(), ticketId.toString(), time(conversation, "created_at"), value));
    }

    private Reading review(EventType type, String status) {
        JsonNode draft = data.nested("ai_response");
        ObjectNode response = Shapes.AI_RESPONSE.read(draft, request.receivedAt());
        if (response.path("id").isNull()) {
            return new Reading.Nothing("no_id", "There is no id of the response");
        }
        UUID ticketId = data.ticketId(draft.path("ticket_id"));
        if (ticketId == null) {
            return noTicket();
        }
        response.put("status", status);
        ObjectNode value = Shape.of(Shape.text("reason")).read(data.root(), request.receivedAt());
        value.set("ticket", reference(ticketId));
        value.set("ai_response", response);
        return one(event(type.type(), ticketId.toString(), request.receivedAt(), value));
    }

    private Reading message() {
        JsonNode given = data.nested("message");
        ObjectNode message = Shapes.MESSAGE.read(given, request.receivedAt());
        if (message.path("message_id").isNull()) {
            message.put("message_id", ids.id(0).toString());
        }
        EventType incoming = "outbound".equals(message.path("direction").textValue())
                ? EventType.MESSAGE_SENT
                : EventType.MESSAGE_INCOMING;
        EventType type = MESSAGE_STATUS.getOrDefault(given.path("status").asText(), incoming);
        return named(type.type(), "message", message, message.path("message_id").textValue(), "timestamp");
    }

    private Reading contact() {
        ObjectNode contact = Shapes.CONTACT.read(data.nested("contact"), request.receivedAt());
        String identity = contact.path("external_id").textValue();
        if (identity == null) {
            identity = contact.path("email").textValue();
        }
        if (identity == null) {
            return new Reading.Nothing("no_id", "A contact needs an id or an e-mail address");
        }
        UUID id = Ids.of(connector.id(), "contact:" + identity);
        contact.put("id", id.toString());
        return named(InboundType.CONTACT_OBSERVED, "contact", contact, id.toString(), "updated_at");
    }

    private Reading campaign() {
        ObjectNode campaign = identified(Shapes.CAMPAIGN.read(data.nested("campaign"), request.receivedAt()));
        String subject = campaign.path("id").textValue();
        return named(EventType.CAMPAIGN_COMPLETED.type(), "campaign", campaign, subject, "completed_at");
    }

    /** An event that carries one object and is about a ticket, or if it names none, about the object itself. */
    private Reading ofTicket(EventType type, String name, Shape shape) {
        JsonNode given = data.nested(name);
        ObjectNode object = identified(shape.read(given, request.receivedAt()));
        UUID ticketId = data.ticketId(given.path("ticket_id"));
        // The sender's id of the ticket gives way to ours, which all other events use.
        object.put("ticket_id", ticketId == null ? null : ticketId.toString());
        String subject = object.path(ticketId == null ? "id" : "ticket_id").textValue();
        return named(type.type(), name, object, subject, object.has("completed_at") ? "completed_at" : "created_at");
    }

    private ObjectNode identified(ObjectNode object) {
        return object.path("id").isNull() ? object.put("id", ids.id(0).toString()) : object;
    }

    private Reading named(String type, String name, ObjectNode object, String subject, String timeField) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.set(name, object);
        return one(event(type, subject, time(object, timeField), value));
    }

    private InboundEvent event(String type, String subject, Instant time, JsonNode value) {
        return new InboundEvent(ids.id(0), ids.repeat(), type, subject, time, value);
    }

    private Instant time(ObjectNode object, String field) {
        String time = object.path(field).textValue();
        return time == null ? request.receivedAt() : Instant.parse(time);
    }

    private static JsonNode reference(UUID ticketId) {
        return JsonNodeFactory.instance.objectNode().put("id", ticketId.toString());
    }

    private static Reading noTicket() {
        return new Reading.Nothing("no_ticket_id", "There is no ticket_id or external_id of a ticket");
    }

    private static Reading one(InboundEvent event) {
        return new Reading.Events(List.of(event));
    }
}
