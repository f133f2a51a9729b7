package io.ticketwire.ingress.message;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

import io.ticketwire.event.Correspondence;
import io.ticketwire.event.EventType;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.ReceivedMessage;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.platform.Sha256;
import io.ticketwire.text.Mark;

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
 * @param url that was followed
 * @param group of mails that the recipient wants no more of, or wants again
 * @param machine whether a program opened the mail, not its reader
 * @param automatic why nobody wrote it: {@code auto_reply}, {@code bounce}, {@code loop}, {@code list}
 * @param newText what the author wrote himself: the text without what is quoted and without his signature
 * @param marks what of the text is not new, in its order; null if all of it is
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
        Instant timestamp,
        @JsonInclude(Include.NON_NULL) String url,
        @JsonInclude(Include.NON_NULL) String group,
        @JsonInclude(Include.NON_NULL) Boolean machine,
        @JsonInclude(Include.NON_NULL) String automatic,
        @JsonInclude(Include.NON_NULL) String newText,
        @JsonInclude(Include.NON_NULL) List<Mark> marks) {

    private static final int MAX_KEY = 255;

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

    /**
     * Adds a message of somebody to us, on a channel that has no threads: the two ends are the conversation.
     *
     * @param providerId the provider's id of the event; null if there is none
     */
    public void addReceivedTo(EventBatch events, String providerId) {
        String ends = bounded(channel + ":" + from + ":" + (to == null ? account : to));
        boolean known = from != null;
        addReceivedTo(
                events,
                new Correspondence(
                        events.connector().name(),
                        events.connector().type(),
                        events.connector().createsTickets() && known,
                        known ? ends : messageId,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        known ? ends : null,
                        automatic),
                providerId);
    }

    /** No two ends of real people are as long; of others the hash tells them apart. */
    private static String bounded(String ends) {
        return ends.length() <= MAX_KEY ? ends : "sha256:" + HexFormat.of().formatHex(Sha256.of(ends));
    }

    /** As {@link #addReceivedTo(EventBatch, String)}, on a channel that has threads. */
    public void addReceivedTo(EventBatch events, Correspondence correspondence, String providerId) {
        events.under(providerId)
                .add(
                        InboundType.MESSAGE_RECEIVED,
                        correspondence.key(),
                        timestamp,
                        new ReceivedMessage<>(this, correspondence));
    }
}
