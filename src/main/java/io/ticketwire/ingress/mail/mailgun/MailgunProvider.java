package io.ticketwire.ingress.mail.mailgun;

import java.util.Set;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.CredentialFields;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.signature.Trail;

/**
 * Mailgun: mails that come in by routes, as forms, and what became of sent ones by webhooks, as JSON
 * (https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhooks). Which of them it is, the body tells. Both
 * are signed as {@link MailgunSignature} says. Mailgun tries again for eight hours, unless it is answered with 200 or 406.
 */
public final class MailgunProvider implements Provider {

    private static final int NOT_AGAIN = 406;

    /** It signs no content, and the key is the whole account's: with it, anything could be sent to another connector. */
    private static final CredentialFields CREDENTIALS = CredentialFields.named("signature", "parent-signature");

    @Override
    public Set<String> types() {
        return Set.of("mailgun");
    }

    @Override
    public boolean reads(String mediaType) {
        return Provider.super.reads(mediaType) || MailForm.isForm(mediaType);
    }

    @Override
    public boolean readsMail() {
        return true;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return MailgunSignature.of(request).verify(request, connector, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        EventBatch events = new EventBatch(request, connector);
        if (MailForm.isSentBy(request)) {
            return new MailgunRoute(request).read(events);
        }
        return request.content().length() > MailgunSignature.LONGEST_REPORT
                ? new Reading.Malformed("The body is longer than any report")
                : JsonBody.readObject(
                        request.content().head(MailgunSignature.LONGEST_REPORT),
                        root -> new MailgunReport(root).read(events));
    }

    @Override
    public CredentialFields credentialFields() {
        return CREDENTIALS;
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return reading instanceof Reading.Nothing ? Reply.empty(NOT_AGAIN) : Reply.EMPTY;
    }
}
