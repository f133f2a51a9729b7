package io.ticketwire.ingress.ticket.zendesk;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.PlatformHost;
import io.ticketwire.ingress.ticket.TemplatedJson;
import io.ticketwire.ingress.ticket.TicketLinks;
import io.ticketwire.ingress.ticket.TicketPlatform;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Zendesk: webhooks for its own events and for triggers, whose JSON an admin typed. Signed with {@code
 * X-Zendesk-Webhook-Signature}: the HMAC-SHA256 of the time as it was sent and the body, in base64; the secret is the text
 * that is shown, though it looks like base64.
 *
 * @see <a href="https://developer.zendesk.com/documentation/webhooks/verifying/">Verifying webhook authenticity</a>
 */
public final class ZendeskProvider implements TicketPlatform {

    private static final SignatureHeader SIGNATURE =
            new SignatureHeader("x-zendesk-webhook-signature", "", false, Digest.HMAC_SHA256, Encoding.BASE64);
    private static final SignedTime TIME =
            new SignedTime("x-zendesk-webhook-signature-timestamp", SignedTime.Form.ISO_8601);

    /** Zendesk signs tests of a webhook that is not saved yet with this one, of every account. */
    private static final String PUBLISHED_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    private static final List<String> API_FIELDS = List.of("raw_subject", "submitter_id", "brand_id");

    @Override
    public Set<String> types() {
        return Set.of("zendesk");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.webhookSecrets();
        if (secrets.isEmpty()) {
            return trail.unsigned();
        }
        Optional<Verification> refusal = TIME.refusal(request, connector, trail);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Verification verification = signature(request, secrets, trail);
        if (verification instanceof Verification.Refused
                && signature(request, List.of(PUBLISHED_SECRET), Trail.NONE) instanceof Verification.Verified) {
            return trail.refuse(
                    "test_secret",
                    "Zendesk's test secret",
                    () -> "Signed with the secret that Zendesk publishes for tests: the webhook is not saved yet."
                            + " Save it, and enter its own signing secret here");
        }
        return verification;
    }

    private static Verification signature(IncomingRequest request, List<String> secrets, Trail trail) {
        byte[] time = request.headers(TIME.header()).get(0).getBytes(UTF_8);
        return SIGNATURE.verify(request, secrets, trail, "timestamp + body", time, request.body());
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        if (request.body().length == 0) {
            return new Reading.Answered("ping", Reply.received(connector.name()));
        }
        JsonBody body = TemplatedJson.of(request.body());
        return body instanceof JsonBody.Parsed parsed
                ? read(parsed.root(), request, connector)
                : new Reading.Malformed(((JsonBody.Unreadable) body).why());
    }

    @Override
    public Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        return ZendeskEvent.isOne(root)
                ? new ZendeskEvent(root, request, connector).read()
                : new ZendeskTemplate(root, request, connector).read();
    }

    @Override
    public boolean recognises(JsonNode root, MultiMap headers) {
        if (headers.contains(SIGNATURE.name())
                || headers.contains("x-zendesk-account-id")
                || ZendeskEvent.isOne(root)) {
            return true;
        }
        JsonNode ticket = root.path("ticket");
        long ofApi = API_FIELDS.stream().filter(ticket::has).count()
                + (ticket.path("via").has("channel") ? 1 : 0);
        return ofApi >= 2 || TicketLinks.in(root, ".zendesk.com/") || TicketLinks.in(ticket, ".zendesk.com/");
    }

    /** The id of the delivery, the same for every attempt; null if there is none that can be used. */
    static String invocation(IncomingRequest request) {
        return ProviderEventId.usable(request.header("x-zendesk-webhook-invocation-id"));
    }

    /** The page for agents; null if the connector does not say where its account is. */
    static String page(Connector connector, String id) {
        return PlatformHost.page(connector, "zendesk.com", "/agent/tickets/", id);
    }
}
