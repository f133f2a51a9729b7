package io.ticketwire.ingress.message.messagebird;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.MediaLinks;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.ingress.message.PhoneNumbers;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.text.JsonText;

/**
 * An SMS to us, or what became of one of ours: the same parameters, be they in the query, in a form or in JSON.
 *
 * <pre>
 * status report   id, reference, recipient, status, statusDatetime, statusErrorCode, statusReason, ...
 * message         id, originator, recipient, body (of a flow: payload), createdDatetime, mediaUrls
 * of older ones   id, originator, receiver or shortcode, message, date_utc
 * </pre>
 *
 * @param fallbackId what a message is known by that has no id; null if that is its body
 */
record MessageBirdSms(JsonNode fields, String fallbackId) {

    /** An array. */
    static final String MEDIA = "mediaUrls";

    private static final String CHANNEL = "sms";

    /** More than a network takes. */
    private static final int MAX_MEDIA = 32;

    Reading read(EventBatch events) {
        if (fields.has("status")) {
            return status(events);
        }
        return fields.has("originator")
                ? received(events)
                : new Reading.Nothing("unknown_event", "It is no status report and no message: status, originator");
    }

    private Reading status(EventBatch events) {
        String id = ProviderEventId.of(fields.path("id"));
        EventType type = MessageBirdStatus.of(fields.path("status"));
        String status = JsonText.line(fields.path("status"));
        if (id == null || type == null || type == EventType.MESSAGE_INCOMING) {
            return new Reading.Nothing("unknown_status", "A status " + status + " says nothing of a message of ours");
        }
        String recipient = recipient();
        Message message = new MessageBuilder(id, events.connector().type(), Message.OUTBOUND)
                .channel(CHANNEL)
                .from(originator())
                .to(recipient)
                .error(MessageBirdStatus.smsError(type, fields.path("statusErrorCode"), fields.path("statusReason")))
                .timestamp(Times.of(fields.path("statusDatetime"), events.receivedAt()))
                .build();
        // A message may have many recipients: it has one id, and each of them a status of his own.
        message.addTo(events, type, ProviderEventId.usable(id + ":" + recipient + ":" + status));
        return events.reading();
    }

    private Reading received(EventBatch events) {
        String given = ProviderEventId.of(fields.path("id"));
        String id = given == null ? fallbackId : given;
        List<Media> media = media();
        Message message = new MessageBuilder(
                        id == null ? events.under(null).nextId() : id,
                        events.connector().type(),
                        Message.INBOUND)
                .channel(media.isEmpty() ? CHANNEL : "mms")
                .from(originator())
                .to(recipient())
                .type(media.isEmpty() ? "text" : null)
                .text(JsonText.text(first("body", "payload", "message")))
                .media(media)
                .timestamp(Times.of(first("createdDatetime", "CreatedDatetime", "date_utc"), events.receivedAt()))
                .build();
        message.addReceivedTo(events, id);
        return events.reading();
    }

    private String originator() {
        return PhoneNumbers.international(JsonText.line(fields.path("originator")));
    }

    private String recipient() {
        String number = PhoneNumbers.international(JsonText.line(first("recipient", "receiver")));
        return number == null ? JsonText.line(fields.path("shortcode")) : number;
    }

    /** The first field that there is, under any of its names. */
    private JsonNode first(String... names) {
        return Arrays.stream(names)
                .filter(fields::has)
                .findFirst()
                .map(fields::path)
                .orElseGet(MissingNode::getInstance);
    }

    /** Of an MMS, no more is known than where its parts are. */
    private List<Media> media() {
        List<Media> media = new ArrayList<>();
        fields.path(MEDIA).forEach(url -> {
            if (media.size() < MAX_MEDIA) {
                media.addAll(MediaLinks.of(url, MissingNode.getInstance(), MissingNode.getInstance()));
            }
        });
        return media;
    }
}
