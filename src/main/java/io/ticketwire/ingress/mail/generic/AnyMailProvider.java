package io.ticketwire.ingress.mail.generic;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Mail of any source, in forms of our own design.
 *
 * <p>What comes in, as one of
 *
 * <ul>
 *   <li>{@code message/rfc822}: the mail as it is;
 *   <li>a form with the mail as it is in {@code email}, {@code body-mime} or {@code message}, or with {@code from}, {@code to},
 *       {@code cc}, {@code subject}, {@code text}, {@code html}, {@code message_id}, {@code in_reply_to}, {@code references},
 *       {@code date} and files;
 *   <li>JSON: {@code {"message_id","in_reply_to","references","from","to":[],"cc":[],"subject","text","html","headers":{},
 *       "attachments":[{"filename","content_type","content_id","content_base64"}],"timestamp"}}.
 * </ul>
 *
 * Whom it was delivered to says the header {@code X-Envelope-To} or the query parameter {@code rcpt}, else the mail.
 *
 * <p>What became of sent mails, as JSON: an object, an array of them, or {@code {"events":[...]}}, as {@link MailStatus} says.
 *
 * <p>It is signed by the scheme of Standard Webhooks, or else comes with the secret itself: in {@code X-Gateway-Token}, or as
 * the password of basic authentication.
 */
public final class AnyMailProvider implements Provider {

    private static final String AUTHORIZATION = "header authorization";
    private static final String BASIC = "basic ";
    private static final Set<String> MAIL = Set.of("message/rfc822", "message/global");

    @Override
    public Set<String> types() {
        return Set.of("email");
    }

    @Override
    public boolean reads(String mediaType) {
        return Provider.super.reads(mediaType) || MAIL.contains(mediaType) || MailForm.isForm(mediaType);
    }

    @Override
    public boolean readsMail() {
        return true;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.credential("signing_secret").stream()
                .filter(secret -> !secret.isBlank())
                .toList();
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signing secret", () -> "The connector has none");
        }
        Optional<StandardWebhook> signed = StandardWebhook.in(request);
        if (signed.isPresent()) {
            return signed.get().verify(request, connector, secrets, trail);
        }
        return TokenHeader.GATEWAY.isIn(request)
                ? TokenHeader.GATEWAY.verify(request, secrets, trail)
                : password(request, secrets, trail);
    }

    private static Verification password(IncomingRequest request, List<String> secrets, Trail trail) {
        List<String> values = request.headers("authorization");
        if (values.size() != 1) {
            return trail.refuse(
                    values.isEmpty() ? "missing" : "repeated",
                    AUTHORIZATION,
                    () -> values.isEmpty()
                            ? "There is no webhook-signature, no X-Gateway-Token and no Authorization"
                            : "It was sent more than once");
        }
        String value = values.get(0);
        Optional<String> password =
                value.regionMatches(true, 0, BASIC, 0, BASIC.length()) ? password(value) : Optional.empty();
        return password.isEmpty()
                ? trail.refuse("malformed", AUTHORIZATION, () -> "It is not \"Basic <user:password>\" in base64")
                : TokenHeader.check(password.get(), secrets, AUTHORIZATION, trail);
    }

    private static Optional<String> password(String basic) {
        try {
            String pair = new String(
                    Base64.getDecoder().decode(basic.substring(BASIC.length()).strip()), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        EventBatch events = new EventBatch(request, connector);
        String id = StandardWebhook.in(request)
                .map(scheme -> scheme.id(request))
                .orElseGet(() -> ProviderEventId.ofHeaders(request));
        boolean json = !MailForm.isSentBy(request) && !MAIL.contains(String.valueOf(request.mediaType()));
        if (json && request.content().length() <= MailStatus.LONGEST) {
            JsonBody body = JsonBody.of(request.content().head(MailStatus.LONGEST));
            if (body instanceof JsonBody.Unreadable unreadable) {
                return new Reading.Malformed(unreadable.why());
            }
            JsonNode root = ((JsonBody.Parsed) body).root();
            if (MailStatus.isIn(root)) {
                return new MailStatus(events, id).read(root);
            }
        }
        return (json ? new JsonMail(request) : MailAsSent.of(request)).read(events, id);
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
