package io.ticketwire.ingress.message;

import java.time.Instant;
import java.util.List;

import io.ticketwire.text.Mark;

/** Puts a {@link Message} together, of which most providers say only a part. */
public final class MessageBuilder {

    private final String messageId;
    private final String provider;
    private final String direction;
    private String providerMessageId;
    private String channel;
    private String from;
    private String to;
    private String type;
    private String text;
    private List<Media> media = List.of();
    private MessageError error;
    private String contactName;
    private String account;
    private Instant timestamp;
    private String subject;
    private String html;
    private String url;
    private String group;
    private Boolean machine;
    private String automatic;
    private String newText;
    private List<Mark> marks;

    /**
     * @param provider the connector's type
     * @param direction {@link Message#INBOUND} or {@link Message#OUTBOUND}
     */
    public MessageBuilder(String messageId, String provider, String direction) {
        this.messageId = messageId;
        this.provider = provider;
        this.direction = direction;
    }

    public MessageBuilder providerMessageId(String value) {
        providerMessageId = value;
        return this;
    }

    public MessageBuilder channel(String value) {
        channel = value;
        return this;
    }

    public MessageBuilder from(String value) {
        from = value;
        return this;
    }

    public MessageBuilder to(String value) {
        to = value;
        return this;
    }

    public MessageBuilder type(String value) {
        type = value;
        return this;
    }

    public MessageBuilder text(String value) {
        text = value;
        return this;
    }

    public MessageBuilder media(List<Media> value) {
        media = List.copyOf(value);
        return this;
    }

    public MessageBuilder error(MessageError value) {
        error = value;
        return this;
    }

    public MessageBuilder contactName(String value) {
        contactName = value;
        return this;
    }

    public MessageBuilder account(String value) {
        account = value;
        return this;
    }

    public MessageBuilder timestamp(Instant value) {
        timestamp = value;
        return this;
    }

    public MessageBuilder subject(String value) {
        subject = value;
        return this;
    }

    public MessageBuilder html(String value) {
        html = value;
        return this;
    }

    public MessageBuilder url(String value) {
        url = value;
        return this;
    }

    public MessageBuilder group(String value) {
        group = value;
        return this;
    }

    public MessageBuilder machine(Boolean value) {
        machine = value;
        return this;
    }

    public MessageBuilder automatic(String value) {
        automatic = value;
        return this;
    }

    public MessageBuilder newText(String value) {
        newText = value;
        return this;
    }

    public MessageBuilder marks(List<Mark> value) {
        marks = value;
        return this;
    }

    public Message build() {
        return new Message(
                messageId,
                provider,
                providerMessageId,
                channel,
                direction,
                from,
                to,
                type,
                text,
                subject,
                html,
                media,
                error,
                contactName,
                account,
                timestamp,
                url,
                group,
                machine,
                automatic,
                newText,
                marks);
    }
}
