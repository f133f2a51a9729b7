package io.ticketwire.ingress.mail.sendgrid;

import java.util.List;
import java.util.Set;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Mail that SendGrid's Inbound Parse passes on, parsed or as it came ("raw")
 * (https://www.twilio.com/docs/sendgrid/for-developers/parsing-email/setting-up-the-inbound-parse-webhook). With a security
 * policy it is signed as {@link SendGridSignature} says; without one, the URL holds a token. Where the connector has both, both
 * have to be right.
 */
public final class SendGridInboundProvider implements Provider {

    private static final String TOKEN = "token";
    private static final String CHECK = "query parameter " + TOKEN;

    @Override
    public Set<String> types() {
        return Set.of("sendgrid_inbound");
    }

    @Override
    public boolean reads(String mediaType) {
        return MailForm.isForm(mediaType);
    }

    @Override
    public boolean readsMail() {
        return true;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        boolean keys = !connector.credential("public_key").isEmpty();
        List<String> tokens = connector.credential("url_token").stream()
                .filter(token -> !token.isBlank())
                .toList();
        if (!keys && tokens.isEmpty()) {
            return trail.refuse("no_secret", "public key or token", () -> "The connector has neither");
        }
        Verification byToken = tokens.isEmpty() ? null : token(request, tokens, trail);
        boolean refused = byToken instanceof Verification.Refused;
        return keys && !refused ? SendGridSignature.verify(request, connector, trail) : byToken;
    }

    private static Verification token(IncomingRequest request, List<String> tokens, Trail trail) {
        String query = request.query();
        FormBody read = FormBody.of(query == null ? new byte[0] : query.getBytes(UTF_8));
        List<String> given = read instanceof FormBody.Parsed form
                ? form.parameters().stream()
                        .filter(parameter -> parameter.name().equals(TOKEN))
                        .map(FormBody.Parameter::value)
                        .toList()
                : List.of();
        if (given.size() != 1) {
            return trail.refuse(
                    given.isEmpty() ? "missing" : "repeated",
                    CHECK,
                    () -> given.isEmpty() ? "The URL has none" : "The URL has more than one");
        }
        return TokenHeader.check(given.get(0), tokens, CHECK, trail);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return new SendGridMail(request).read(new EventBatch(request, connector));
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
