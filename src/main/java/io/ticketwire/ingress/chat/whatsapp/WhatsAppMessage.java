package io.ticketwire.ingress.chat.whatsapp;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.chat.Deed;
import io.ticketwire.ingress.chat.Interaction;
import io.ticketwire.ingress.chat.Person;
import io.ticketwire.ingress.chat.Place;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.text.JsonText;

/**
 * A message to us.
 *
 * <pre>
 * interactive (button_reply, list_reply), button   interaction.button; if it names no ticket, message.incoming too
 * text that asks for an action: "approve 4711"     interaction.reply
 * reaction                                         message.reaction
 * edit, revoke                                     message.edited, message.deleted
 * system, request_welcome                          no event: nobody wrote a message
 * any other                                        message.received, which becomes message.incoming
 * </pre>
 *
 * @param platform the connector's type
 */
record WhatsAppMessage(JsonNode json, Customer customer, BusinessNumber number, String platform) {

    static final String CHANNEL = "whatsapp";

    private static final Set<String> NOT_WRITTEN = Set.of("system", "request_welcome");

    /** False if it is none that there is an event for. */
    boolean addTo(EventBatch events, Instant written) {
        String type = JsonText.line(json.path("type"));
        if (!json.isObject() || type == null || NOT_WRITTEN.contains(type)) {
            return false;
        }
        if (type.equals("edit") || type.equals("revoke")) {
            return addChangeTo(events, type, written);
        }
        if (isInteraction() && pressed(type) != null) {
            addPressedTo(events, type, written);
        } else if (isInteraction()) {
            interaction(asked(type), ofText(), written).addTo(events, EventType.INTERACTION_REPLY, id());
        } else if (type.equals("reaction")) {
            about(idIn(events), type, json, written)
                    .providerMessageId(JsonText.line(json.path("reaction").path("message_id")))
                    .build()
                    .addTo(events, EventType.MESSAGE_REACTION, id());
        } else {
            about(idIn(events), type, json, written).build().addReceivedTo(events, id());
        }
        return true;
    }

    /** Whether somebody wants something done. Cards are sent through Meta alone: to others, only customers write. */
    boolean isInteraction() {
        String type = JsonText.line(json.path("type"));
        boolean possible = type != null && customer.id() != null && platform.equals(CHANNEL);
        return possible && (pressed(type) != null || asked(type).action() != null);
    }

    private Deed asked(String type) {
        return Deed.written(type.equals("text") ? text() : null);
    }

    /** A button of somebody else's, such as a quick reply of a template, is an answer of the customer's too. */
    private void addPressedTo(EventBatch events, String type, Instant written) {
        Deed pressed = pressed(type);
        interaction(pressed, ofButton(), written).addTo(events, EventType.INTERACTION_BUTTON, id());
        if (pressed.ticketId() == null) {
            about(idIn(events), type, json, written)
                    .build()
                    .addReceivedTo(events, id() == null ? null : id() + ":message");
        }
    }

    /** About the earlier message. What it says now is written like a message of its own. */
    private boolean addChangeTo(EventBatch events, String type, Instant written) {
        String original = ProviderEventId.of(json.path(type).path("original_message_id"));
        if (original == null) {
            return false;
        }
        JsonNode now = json.path(type).path("message");
        about(original, JsonText.line(now.path("type")), now, written)
                .providerMessageId(id())
                .build()
                .addTo(events, type.equals("edit") ? EventType.MESSAGE_EDITED : EventType.MESSAGE_DELETED, id());
        return true;
    }

    private String idIn(EventBatch events) {
        return id() == null ? events.under(null).nextId() : id();
    }

    /**
     * @param type of what was written; null if that is not said
     * @param said holds what was written under the name of its type
     */
    private MessageBuilder about(String messageId, String type, JsonNode said, Instant written) {
        WhatsAppContent content =
                type == null ? new WhatsAppContent(null, null) : WhatsAppContent.of(said.path(type), type);
        return new MessageBuilder(messageId, platform, Message.INBOUND)
                .channel(CHANNEL)
                .from(customer.id())
                .to(number.phone())
                .type(word(type, said))
                .text(content.text())
                .media(content.media() == null ? List.of() : List.of(content.media()))
                .error(WhatsAppErrors.of(json.path("errors")))
                .contactName(customer.name())
                .account(number.id())
                .timestamp(written);
    }

    /** Meta's type in the words of {@link Message}. */
    private static String word(String type, JsonNode said) {
        if (!"interactive".equals(type)) {
            return type;
        }
        return switch (said.path(type).path("type").asText()) {
            case "list_reply" -> "list_reply";
            case "button_reply" -> "button";
            default -> type;
        };
    }

    /** Null if no button was pressed. */
    private Deed pressed(String type) {
        if (type.equals("button")) {
            return pressed(
                    json.path("button").path("payload"), json.path("button").path("text"));
        }
        JsonNode interactive = json.path("interactive");
        String kind = type.equals("interactive") ? interactive.path("type").asText() : "";
        return kind.equals("button_reply") || kind.equals("list_reply")
                ? pressed(
                        interactive.path(kind).path("id"),
                        interactive.path(kind).path("title"))
                : null;
    }

    /** A button has no name beside its value. */
    private static Deed pressed(JsonNode value, JsonNode label) {
        return Deed.pressed(JsonText.line(value), value.isTextual() ? value.textValue() : null, JsonText.line(label));
    }

    private Interaction interaction(Deed deed, Place place, Instant written) {
        return new Interaction(platform, new Person(customer.id(), customer.name(), null), deed, place, written);
    }

    /** A button is on the message that it answers, which Meta leaves out of some. */
    private Place ofButton() {
        String answered = answered();
        return new Place(number.id(), answered == null ? id() : answered, null);
    }

    private Place ofText() {
        return new Place(number.id(), id(), answered());
    }

    private String answered() {
        return JsonText.line(json.path("context").path("id"));
    }

    private String text() {
        return JsonText.text(json.path("text").path("body"));
    }

    private String id() {
        return ProviderEventId.of(json.path("id"));
    }
}
