package io.ticketwire.ingress.message.bird;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.Secrets;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bird's notifications of its Channels API. Signed is time + LF + the subscription's URL + LF + the SHA-256 of the body, with
 * the subscription's signing key (docs.bird.com, "Verifying a webhook subscription"). A repeat keeps the first time.
 *
 * <pre>
 * {"service":"channels","event":"whatsapp.inbound","payload":{...}}
 *
 * &lt;channel&gt;.inbound       a message to us
 * &lt;channel&gt;.outbound      what became of one of ours
 * &lt;channel&gt;.interaction   what its reader did with it
 * </pre>
 */
public final class BirdProvider implements Provider {

    private static final SignatureHeader SIGNATURE =
            new SignatureHeader("messagebird-signature", "", false, Digest.HMAC_SHA256, Encoding.BASE64);
    private static final SignedTime TIME =
            new SignedTime("messagebird-request-timestamp", SignedTime.Form.UNIX_SECONDS);

    @Override
    public Set<String> types() {
        return Set.of("bird");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = Secrets.of(connector, "signing_key");
        if (secrets.isEmpty()) {
            return trail.refuse("no_secret", "signing key", () -> "The connector has none");
        }
        return TIME.refusal(request, connector, trail).orElseGet(() -> {
            String url = request.url(connector);
            trail.pass("URL", () -> "Signed is the URL of the subscription; taken for it is " + url);
            return SIGNATURE.verify(
                    request,
                    secrets,
                    trail,
                    "timestamp + URL + SHA-256 of the body",
                    (request.header(TIME.header()) + "\n" + url + "\n").getBytes(UTF_8),
                    request.content().sha256());
        });
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> read(root, new EventBatch(request, connector)));
    }

    private static Reading read(JsonNode root, EventBatch events) {
        String event = JsonText.line(root.path("event"));
        JsonNode payload = root.path("payload");
        int dot = event == null ? -1 : event.lastIndexOf('.');
        if (dot <= 0 || !root.path("service").asText().equals("channels") || !payload.isObject()) {
            return new Reading.Nothing("unknown_event", "An event " + event + " says nothing of a message");
        }
        String channel = channel(event.substring(0, dot));
        return switch (event.substring(dot + 1)) {
            case "inbound" -> new BirdMessage(payload, channel).received(events);
            case "outbound" -> new BirdMessage(payload, channel).status(events);
            case "interaction" -> new BirdInteraction(payload, channel).read(events);
            default -> new Reading.Nothing("unknown_event", "An event " + event + " says nothing of a message");
        };
    }

    private static String channel(String platform) {
        return platform.equals("facebook") ? "messenger" : platform;
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }
}
