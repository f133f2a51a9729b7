package io.ticketwire.ingress.ticket.freshdesk;

import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.TokenHeader;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.ingress.ticket.TemplatedJson;
import io.ticketwire.ingress.ticket.TicketLinks;
import io.ticketwire.ingress.ticket.TicketPlatform;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Freshdesk: the action "Trigger webhook" of an automation, with simple content (chosen placeholders under {@code
 * freshdesk_webhook}), advanced content (any JSON) or as a form. Freshdesk signs nothing: the secret comes in the header
 * {@code X-Gateway-Token} or by basic authentication, as the password or the user.
 *
 * @see <a href="https://support.freshdesk.com/support/solutions/articles/132589">Using webhooks in automation rules</a>
 */
public final class FreshdeskProvider implements TicketPlatform {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String AUTHORIZATION = "authorization";
    private static final String BASIC = "basic ";
    private static final String PLACE = "basic authentication";

    @Override
    public Set<String> types() {
        return Set.of("freshdesk");
    }

    @Override
    public boolean reads(String mediaType) {
        return FORM.equals(mediaType) || TicketPlatform.super.reads(mediaType);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.webhookSecrets();
        if (secrets.isEmpty()) {
            return trail.unsigned();
        }
        if (TokenHeader.GATEWAY.isIn(request)) {
            return TokenHeader.GATEWAY.verify(request, secrets, trail);
        }
        return request.headers(AUTHORIZATION).isEmpty()
                ? trail.refuse(
                        "missing",
                        "token",
                        () -> "The request has neither the header X-Gateway-Token nor basic authentication")
                : basic(request, secrets, trail);
    }

    private static Verification basic(IncomingRequest request, List<String> secrets, Trail trail) {
        String given = request.header(AUTHORIZATION);
        if (given == null) {
            return trail.refuse("repeated", PLACE, () -> "The header Authorization was sent more than once");
        }
        String decoded = decoded(given);
        int colon = decoded.indexOf(':');
        if (colon < 0) {
            return trail.refuse("malformed", PLACE, () -> "The header Authorization is not \"Basic <user:password>\"");
        }
        String user = decoded.substring(0, colon);
        // Whoever has but a key to enter puts it where the user is asked for, and anything as the password.
        return TokenHeader.check(user, secrets, PLACE, Trail.NONE) instanceof Verification.Verified
                ? trail.verified(PLACE, () -> "The user is one of " + secrets.size() + " secret(s)")
                : TokenHeader.check(decoded.substring(colon + 1), secrets, PLACE + ", password", trail);
    }

    private static String decoded(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return "";
        }
        try {
            byte[] credentials = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).trim());
            return new String(credentials, UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        if (FORM.equals(request.mediaType())) {
            return form(request, connector);
        }
        JsonBody body = TemplatedJson.of(request.body());
        return body instanceof JsonBody.Parsed parsed
                ? read(parsed.root(), request, connector)
                : new Reading.Malformed(((JsonBody.Unreadable) body).why());
    }

    private Reading form(IncomingRequest request, Connector connector) {
        FormBody body = FormBody.of(request.body());
        if (body instanceof FormBody.Unreadable unreadable) {
            return new Reading.Malformed(unreadable.why());
        }
        JsonNode form = FreshdeskForm.of((FormBody.Parsed) body);
        return form.isEmpty() ? new Reading.Malformed("The form has no fields") : read(form, request, connector);
    }

    @Override
    public Reading read(JsonNode root, IncomingRequest request, Connector connector) {
        return new FreshdeskPayload(root, request, connector).read();
    }

    @Override
    public boolean recognises(JsonNode root, MultiMap headers) {
        return root.path("freshdesk_webhook").isObject()
                || root.path("helpdesk_ticket").isObject()
                || ofApi(root)
                || ofApi(root.path("ticket"))
                || TicketLinks.in(root, ".freshdesk.com/")
                || TicketLinks.in(root.path("ticket"), ".freshdesk.com/");
    }

    private static boolean ofApi(JsonNode ticket) {
        return ticket.has("responder_id")
                && ticket.path("status").isNumber()
                && ticket.path("priority").isNumber();
    }
}
