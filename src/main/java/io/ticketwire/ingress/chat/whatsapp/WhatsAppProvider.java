package io.ticketwire.ingress.chat.whatsapp;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.Greeting;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * WhatsApp by Meta's Cloud API: {@code X-Hub-Signature-256: sha256=<hex>} of the raw body with the app secret, and a
 * handshake by GET (https://developers.facebook.com/docs/graph-api/webhooks/getting-started).
 */
public final class WhatsAppProvider implements Provider {

    private static final SignatureHeader SIGNATURE = SignatureHeader.hmacSha256("x-hub-signature-256", "sha256=");
    private static final String WHATSAPP = "whatsapp";
    private static final int MAX_CHALLENGE = 1_000;

    @Override
    public Set<String> types() {
        return Set.of(WHATSAPP);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.credential("app_secret");
        return secrets.isEmpty()
                ? trail.refuse("no_secret", "app secret", () -> "The connector has none")
                : SIGNATURE.verify(request, secrets, trail, "body", request.body());
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(
                request.body(),
                root -> root.path("object").asText().equals("whatsapp_business_account")
                        ? new WhatsAppBatch(new EventBatch(request, connector), WHATSAPP).read(root)
                        : new Reading.Nothing("unknown_object", "\"object\" is not whatsapp_business_account"));
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }

    /** Answers {@code ?hub.mode=subscribe&hub.verify_token=...&hub.challenge=...} with the challenge, as text that no browser runs. */
    @Override
    public Greeting greet(IncomingRequest request, Connector connector) {
        String query = request.query();
        FormBody read = FormBody.of(query == null ? new byte[0] : query.getBytes(UTF_8));
        if (!(read instanceof FormBody.Parsed form)) {
            return new Greeting.Refused(((FormBody.Unreadable) read).why());
        }
        Optional<String> challenge = form.value("hub.challenge").filter(text -> text.length() <= MAX_CHALLENGE);
        if (challenge.isEmpty() || !form.value("hub.mode").equals(Optional.of("subscribe"))) {
            return new Greeting.Refused("hub.mode=subscribe and a hub.challenge are required");
        }
        String token = form.value("hub.verify_token").orElse("");
        Verification verification =
                TokenHeader.check(token, connector.credential("verify_token"), "hub.verify_token", Trail.NONE);
        return verification instanceof Verification.Verified
                ? new Greeting.Welcome(Reply.text(challenge.get()))
                : new Greeting.Refused("hub.verify_token is not the connector's");
    }
}
