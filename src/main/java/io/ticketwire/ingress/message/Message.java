package io.ticketwire.ingress.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.ticketwire.event.EventType;
import io.ticketwire.ingress.EventBatch;

/**
 * A message on a messaging channel, or what became of it, in the words of {@code message.*}. What the provider does not say
 * is null.
 *
 * @param messageId what the provider's send API returned, or what it gave an incoming message
 * @param provider the connector's type
 * @param providerMessageId a second id; of a reaction, the message that was reacted to
 * @param channel sms, mms, whatsapp, rcs, viber, messenger, email
 * @param direction {@link #INBOUND} or {@link #OUTBOUND}
 * @param from phone number with + or e-mail address
 * @param to phone number with + or e-mail address
 * @param type text, image, audio, video, document, location, contacts, reaction, sticker, unsupported, ...
 * @param html as it was received, not safe to show
 * @param account number, account or topic at the provider
 * @param timestamp by the provider's clock
 */
public record Message(
        String messageId,
        String provider,
        String providerMessageId,
        String channel,
        String direction,
        String from,
        String to,
        String type,
        String text,
        String subject,
        String html,
        List<Media> media,
        MessageError error,
        String contactName,
        String account,
        Instant timestamp) {

    public static final String INBOUND = "inbound";
    public static final String OUTBOUND = "outbound";

    /**
     * Adds it to the events of a request; it is about the message itself.
     *
     * @param providerId the provider's id of the event; null if there is none
     */
    public void addTo(EventBatch events, EventType type, String providerId) {
        events.under(providerId).add(type.type(), messageId, timestamp, Map.of("message", this));
    }
}
