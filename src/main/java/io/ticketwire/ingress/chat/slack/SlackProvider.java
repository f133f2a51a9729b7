package io.ticketwire.ingress.chat.slack;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.CredentialFields;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Slack, all on one URL: events and the challenge as JSON; clicks, shortcuts and slash commands as a form.
 *
 * <p>Signed by version 0 of its scheme: {@code X-Slack-Signature: v0=<hex>}, HMAC-SHA256 of {@code v0:<timestamp>:<body>}
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). The {@code token} in the bodies is the scheme
 * before it, and not looked at.
 */
public final class SlackProvider implements Provider {

    private static final SignedTime TIME = new SignedTime("x-slack-request-timestamp", SignedTime.Form.UNIX_SECONDS);
    private static final SignatureHeader SIGNATURE = SignatureHeader.hmacSha256("x-slack-signature", "v0=");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_CHALLENGE = 1_000;

    /** The old verification token, and what lets anybody answer in the app's name for half an hour. */
    private static final CredentialFields CREDENTIALS = CredentialFields.named("token", "response_url", "trigger_id");

    @Override
    public Set<String> types() {
        return Set.of("slack");
    }

    @Override
    public boolean reads(String mediaType) {
        return FORM.equals(mediaType) || Provider.super.reads(mediaType);
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = connector.credential("signing_secret");
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signing secret", () -> "The connector has none");
        }
        Optional<Verification> refusal = TIME.refusal(request, connector, trail);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        byte[] before = ("v0:" + request.header(TIME.header()) + ":").getBytes(UTF_8);
        return SIGNATURE.verify(request, secrets, trail, "v0:timestamp:body", before, request.body());
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return FORM.equals(request.mediaType()) ? form(request, connector) : json(request, connector);
    }

    @Override
    public CredentialFields credentialFields() {
        return CREDENTIALS;
    }

    /** Slack shows what is in the body of an answer to a command to the person who gave it. */
    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }

    private static Reading json(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> json(root, request, connector));
    }

    private static Reading json(JsonNode root, IncomingRequest request, Connector connector) {
        return switch (root.path("type").asText()) {
            case "url_verification" -> challenge(root.path("challenge"));
            case "event_callback" -> SlackEvent.read(root, new EventBatch(request, connector));
            case "app_rate_limited" -> new Reading.Answered("app_rate_limited", Reply.EMPTY);
            default -> new Reading.Nothing("unknown_event", "\"type\" is none that Slack's Events API has");
        };
    }

    private static Reading challenge(JsonNode challenge) {
        return challenge.isTextual() && challenge.textValue().length() <= MAX_CHALLENGE
                ? new Reading.Answered("url_verification", Reply.text(challenge.textValue()))
                : new Reading.Malformed("There is no text in \"challenge\"");
    }

    private static Reading form(IncomingRequest request, Connector connector) {
        FormBody body = FormBody.of(request.body());
        if (body instanceof FormBody.Unreadable unreadable) {
            return new Reading.Malformed(unreadable.why());
        }
        FormBody.Parsed form = (FormBody.Parsed) body;
        EventBatch events = new EventBatch(request, connector);
        Optional<String> payload = form.value("payload");
        if (payload.isPresent()) {
            return interactive(payload.get(), events);
        }
        if (form.value("command").map(JsonText::line).isPresent()) {
            return SlackCommand.read(form, events);
        }
        // Slack looks from time to time whether the URL of a command has a certificate in order.
        return form.value("ssl_check").isPresent()
                ? new Reading.Answered("ssl_check", Reply.EMPTY)
                : new Reading.Malformed("The form has neither a \"payload\" nor a \"command\"");
    }

    private static Reading interactive(String payload, EventBatch events) {
        JsonBody body = JsonBody.of(payload.getBytes(UTF_8));
        if (body instanceof JsonBody.Parsed parsed && parsed.root().isObject()) {
            return SlackPayload.read(parsed.root(), events);
        }
        return new Reading.Malformed("\"payload\" is no JSON object");
    }
}
