package io.ticketwire.ingress.receive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

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
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.text.CleanText;
import io.ticketwire.ingress.ticket.TicketDetector;
import io.ticketwire.ingress.ticket.TicketEvents;

/** One event of {@code receive}, on its way from the sender's words to the contract's. */
final class ReceivedEvent {

    private static final Map<String, EventType> MESSAGE_STATUS = Map.of(
            "queued", EventType.MESSAGE_QUEUED,
            "sent", EventType.MESSAGE_SENT,
            "delivered", EventType.MESSAGE_DELIVERED,
            "read", EventType.MESSAGE_READ,
            "failed", EventType.MESSAGE_FAILED);

    private final JsonNode data;
    private final EventIds ids;
    private final IncomingRequest request;
    private final Connector connector;

    ReceivedEvent(JsonNode data, EventIds ids, IncomingRequest request, Connector connector) {
        this.data = data;
        this.ids = ids;
        this.request = request;
        this.connector = connector;
    }

    Reading read(String event) {
        return switch (event) {
            case "ticket.create", "ticket.update" -> ticket(null);
            case "ticket.resolve" -> ticket(TicketStatus.RESOLVED);
            case "ticket.escalate" -> escalation();
            case "conversation.add" -> conversation();
            case "feedback.create" -> about(EventType.FEEDBACK_RECEIVED, "feedback", Shapes.FEEDBACK, ticketKey());
            case "transfer.create" -> about(EventType.TRANSFER_CREATED, "transfer", Shapes.TRANSFER, ticketKey());
            case "survey.respond" ->
                about(EventType.SURVEY_RESPONSE_COMPLETED, "survey_response", Shapes.SURVEY_RESPONSE, ticketKey());
            case "campaign.complete" -> about(EventType.CAMPAIGN_COMPLETED, "campaign", Shapes.CAMPAIGN, null);
            case "message.create" -> message();
            case "contact.upsert" -> contact();
            case "ai_response.approve" -> review(EventType.AI_RESPONSE_APPROVED, "approved");
            case "ai_response.reject" -> review(EventType.AI_RESPONSE_REJECTED, "rejected");
            default -> new Reading.Nothing("unknown_event", "There is no event of this name");
        };
    }

    /** @param status if the event says it; null if the data does */
    private Reading ticket(String status) {
        ObjectNode ticket = data.path("ticket").isObject() ? data.path("ticket").deepCopy() : data.deepCopy();
        if (status != null) {
            ticket.put("status", status);
        }
        ObjectNode wrapped = JsonNodeFactory.instance.objectNode().set("ticket", ticket);
        TicketDetector.Detection detection = TicketDetector.detect(wrapped);
        if (detection instanceof TicketDetector.Nothing nothing) {
            return new Reading.Nothing(nothing.reason(), nothing.detail());
        }
        return one(TicketEvents.observed(
                ((TicketDetector.Tickets) detection).tickets().get(0), ids, 0, request, connector));
    }

    private Reading escalation() {
        UUID ticketId = ticketId();
        if (ticketId == null) {
            return noTicket();
        }
        ObjectNode value = Shape.of(Shape.text("reason"), Shape.text("by")).read(data, request.receivedAt());
        value.set("ticket", reference(ticketId));
        return one(event(EventType.TICKET_ESCALATED.type(), ticketId.toString(), request.receivedAt(), value));
    }

    private Reading conversation() {
        UUID ticketId = ticketId();
        if (ticketId == null) {
            return noTicket();
        }
        JsonNode nested = data.path("conversation").isObject() ? data.path("conversation") : data;
        ObjectNode conversation = Shapes.CONVERSATION.read(nested, request.receivedAt());
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
        ObjectNode response = Shapes.AI_RESPONSE.read(data, request.receivedAt());
        if (response.path("id").isNull()) {
            return new Reading.Nothing("no_id", "There is no id of the response");
        }
        UUID ticketId = ticketId();
        if (ticketId == null) {
            return noTicket();
        }
        response.put("status", status);
        ObjectNode value = Shape.of(Shape.text("reason")).read(data, request.receivedAt());
        value.set("ticket", reference(ticketId));
        value.set("ai_response", response);
        return one(event(type.type(), ticketId.toString(), request.receivedAt(), value));
    }

    private Reading message() {
        JsonNode nested = data.path("message").isObject() ? data.path("message") : data;
        ObjectNode message = Shapes.MESSAGE.read(nested, request.receivedAt());
        if (message.path("message_id").isNull()) {
            message.put("message_id", ids.id(0).toString());
        }
        EventType incoming = "outbound".equals(message.path("direction").textValue())
                ? EventType.MESSAGE_SENT
                : EventType.MESSAGE_INCOMING;
        EventType type = MESSAGE_STATUS.getOrDefault(nested.path("status").asText(), incoming);
        return named(type.type(), "message", message, message.path("message_id").textValue(), "timestamp");
    }

    private Reading contact() {
        JsonNode nested = data.path("contact").isObject() ? data.path("contact") : data;
        ObjectNode contact = Shapes.CONTACT.read(nested, request.receivedAt());
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

    /** An event that carries one object and is about a ticket, or about the object itself. */
    private Reading about(EventType type, String name, Shape shape, String ticketKey) {
        JsonNode nested = data.path(name).isObject() ? data.path(name) : data;
        ObjectNode object = shape.read(nested, request.receivedAt());
        if (object.path("id").isNull()) {
            object.put("id", ids.id(0).toString());
        }
        String subject = ticketKey == null ? object.path("id").textValue() : ticketKey;
        return named(type.type(), name, object, subject, object.has("completed_at") ? "completed_at" : "created_at");
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

    /** The ticket that the data names by the sender's id; null if it names none. */
    private UUID ticketId() {
        JsonNode ticket = data.path("ticket");
        return Stream.of(
                        data.path("ticket_id"), data.path("external_id"), ticket.path("external_id"), ticket.path("id"))
                .map(ReceivedEvent::id)
                .filter(Objects::nonNull)
                .findFirst()
                .map(id -> Ids.ticket(connector.id(), id))
                .orElse(null);
    }

    private static String id(JsonNode value) {
        boolean usable = value.isTextual() || value.isIntegralNumber();
        return usable ? ProviderEventId.usable(CleanText.clean(value.asText())) : null;
    }

    private String ticketKey() {
        UUID id = ticketId();
        return id == null ? null : id.toString();
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
