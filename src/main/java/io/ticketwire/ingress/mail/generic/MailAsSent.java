package io.ticketwire.ingress.mail.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.FormFields;
import io.ticketwire.ingress.mail.FormMail;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.mail.MailSource;
import io.ticketwire.ingress.mail.MailVisitor;
import io.ticketwire.ingress.mail.MimeMail;

/** A mail that is the body of the request, or stands in a form: as it is, or in fields. */
final class MailAsSent implements ReadableMail {

    private static final Set<String> RAW = Set.of("email", "body-mime", "message");

    /** What the fields of a form are as headers. */
    private static final Map<String, String> HEADERS = Map.of(
            "message_id", "Message-ID",
            "in_reply_to", "In-Reply-To",
            "references", "References",
            "from", "From",
            "to", "To",
            "cc", "Cc",
            "subject", "Subject",
            "date", "Date");

    private final IncomingRequest request;
    private final FormMail form;
    private final MailSource source;
    private final MailDraft draft = new MailDraft();
    private final FormFields headers = new FormFields(HEADERS.keySet());
    private final FormFields texts = new FormFields(Set.of("text", "html"));

    private MailAsSent(IncomingRequest request, boolean form) {
        this.request = request;
        this.form = form ? new FormMail(request, RAW) : null;
        this.source = form ? this.form : this::showBody;
    }

    static MailAsSent of(IncomingRequest request) {
        return new MailAsSent(request, MailForm.isSentBy(request));
    }

    @Override
    public Reading read(EventBatch events, String providerId) {
        try {
            if (form != null) {
                MailForm.read(request, this::first);
            } else {
                source.read(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        HEADERS.forEach((field, header) -> draft.headerIfMissing(header, headers.last(field)));
        draft.plain(texts.last("text")).html(texts.last("html"));
        Envelope.addTo(draft, request);
        return draft.isEmpty()
                ? new Reading.Nothing("no_mail", "There is no mail in it")
                : new MailEvents(events).read(draft, source, providerId, null);
    }

    private void first(MailForm.Part part, InputStream bytes) throws IOException {
        form.show(part, bytes, draft);
        headers.add(part, bytes);
        texts.add(part, bytes);
    }

    private void showBody(MailVisitor visitor) throws IOException {
        try (InputStream body = request.content().open()) {
            MimeMail.read(body, visitor);
        }
    }
}
