package io.ticketwire.ingress.mail;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.ingress.message.Message;
import io.ticketwire.ingress.message.MessageBuilder;
import io.ticketwire.text.NewText;
import io.ticketwire.text.SourcedText;

/**
 * What a mail that came in says: a message of somebody, or what a mail server reports on a message of ours.
 */
public final class MailEvents {

    private static final String CHANNEL = "email";
    private static final String TEXT = "text";

    private final EventBatch events;
    private final String type;

    public MailEvents(EventBatch events) {
        this.events = events;
        this.type = events.connector().type();
    }

    /**
     * Reads a mail.
     *
     * @param source what the draft was made from
     * @param providerId what the mail is known by; null: by its Message-ID and its recipients, else by {@code otherwise}
     * @param otherwise null: by the body of the request
     */
    public Reading read(MailDraft draft, MailSource source, String providerId, String otherwise) {
        String known = providerId == null ? draft.fingerprint() : providerId;
        String id = known == null ? otherwise : known;
        DeliveryReport report = draft.report();
        if (report != null) {
            return report(report, draft, id);
        }
        String eventId = events.under(id).nextId();
        List<Media> media = draft.attached().stream()
                .map(one -> media(one, one.id(events.connector().id())))
                .toList();
        List<Media> all = Stream.concat(media.stream(), draft.linked().stream()).toList();
        message(draft.message(eventId, all, events.receivedAt()), id);
        return events.reading(null, new MailAttachments(source, media));
    }

    private void message(MailMessage mail, String id) {
        NewText read = NewText.of(new SourcedText(mail.text(), mail.origins()));
        new MessageBuilder(mail.messageId(), type, Message.INBOUND)
                .channel(CHANNEL)
                .from(mail.from() == null ? null : mail.from().email())
                .to(mail.recipients().isEmpty() ? null : mail.recipients().get(0))
                .contactName(mail.from() == null ? null : mail.from().name())
                .type(TEXT)
                .subject(mail.subject())
                .text(mail.text())
                .html(mail.html())
                .media(mail.attachments())
                .timestamp(mail.date())
                .automatic(Automatic.of(mail))
                .newText(read.newText())
                .marks(read.marks())
                .build()
                .addReceivedTo(events, MailThread.of(mail, events.connector()), id);
    }

    private Reading report(DeliveryReport report, MailDraft draft, String id) {
        MailMessage original = message(report.returned());
        for (int i = 0; i < report.recipients().size(); i++) {
            DeliveryReport.Recipient recipient = report.recipients().get(i);
            String own = id == null ? null : id + ":" + i;
            String messageId = report.messageId();
            new MessageBuilder(messageId == null ? events.under(own).nextId() : messageId, type, Message.OUTBOUND)
                    .channel(CHANNEL)
                    .from(original.from() == null ? null : original.from().email())
                    .to(recipient.address())
                    .subject(original.subject())
                    .error(recipient.error())
                    .timestamp(MailDates.of(draft.headers().first("Date"), events.receivedAt()))
                    .build()
                    .addTo(events, recipient.type(), own);
        }
        return events.reading();
    }

    private MailMessage message(RawHeaders headers) {
        MailDraft draft = new MailDraft();
        headers.copyTo(draft);
        return draft.message(null, List.of(), events.receivedAt());
    }

    private static Media media(Attached one, UUID id) {
        MailPart part = one.part();
        return new Media(
                "/api/v1/attachments/" + id,
                id.toString(),
                part.mediaType(),
                one.sha256(),
                part.filename(),
                part.contentId(),
                one.size());
    }
}
