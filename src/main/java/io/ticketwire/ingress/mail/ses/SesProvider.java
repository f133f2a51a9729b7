package io.ticketwire.ingress.mail.ses;

import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.CredentialFields;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Amazon SES through SNS: signed messages (https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html), sent
 * as text, in which a report of SES is one field, or a mail that SES received; and SNS's own, by which a subscription begins and ends.
 */
public final class SesProvider implements Provider {

    static final String TYPE = "ses";

    private static final Logger LOG = Logger.getLogger(SesProvider.class);

    /** What SES sends for a test when a topic is chosen: as text for a configuration set, as a report for an identity. */
    private static final String TEST_TEXT = "Successfully validated SNS topic for Amazon SES";

    private static final String TEST_REPORT = "AmazonSnsSubscriptionSucceeded";

    /** By them anybody can end the subscription, or begin it again. */
    private static final CredentialFields CREDENTIALS =
            CredentialFields.named("Token", "SubscribeURL", "UnsubscribeURL");

    private final Certificates certificates;

    public SesProvider(SnsCertificates certificates) {
        this(certificates.all());
    }

    SesProvider(Certificates certificates) {
        this.certificates = certificates;
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public boolean reads(String mediaType) {
        return Provider.super.reads(mediaType) || mediaType.equals("text/plain");
    }

    /** In memory, for SNS sends no more than 256 KB, but a mail all the same. */
    @Override
    public boolean takesLong() {
        return true;
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return new SnsVerification(certificates, connector, trail).of(request);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> {
            SnsMessage message = new SnsMessage(root);
            return switch (message.type()) {
                case SnsMessage.NOTIFICATION -> notification(message, new EventBatch(request, connector));
                case SnsMessage.SUBSCRIPTION -> subscription(message, connector);
                case SnsMessage.UNSUBSCRIPTION -> unsubscription(connector);
                default -> unknown("A message of SNS of the type " + JsonText.line(message.type()) + " is not read");
            };
        });
    }

    private static Reading notification(SnsMessage message, EventBatch events) {
        String text = message.text("Message");
        if (text.startsWith(TEST_TEXT)) {
            return new Reading.Answered("test_message", Reply.EMPTY);
        }
        return JsonBody.of(text.getBytes(UTF_8)) instanceof JsonBody.Parsed parsed
                ? report(parsed.root(), message, events)
                : unknown("The message is no report of SES: it is not JSON");
    }

    private static Reading report(JsonNode json, SnsMessage message, EventBatch events) {
        String word = json.path(json.has("eventType") ? "eventType" : "notificationType")
                .asText();
        if (word.equals(TEST_REPORT)) {
            return new Reading.Answered("test_message", Reply.EMPTY);
        }
        SesMail mail = new SesMail(json);
        if (word.equals(SesMail.KIND) && mail.isWhole()) {
            return mail.read(events);
        }
        Optional<SesKind> kind = SesKind.of(word);
        return kind.isPresent() && new SesEvent(kind.get(), json, message).addTo(events)
                ? events.reading()
                : unknown("A report of the kind " + JsonText.line(word) + " says nothing of what became of a mail");
    }

    private static Reading subscription(SnsMessage message, Connector connector) {
        return TopicArn.of(message.topicArn())
                .flatMap(topic -> SnsUrl.of(message.text("SubscribeURL"))
                        .filter(url -> url.isAt(topic) && url.confirms(message.topicArn())))
                .<Reading>map(url -> new Reading.Confirmation(url.through(connector.baseUrl())))
                .orElseGet(() -> new Reading.Nothing(
                        "bad_subscribe_url", "SubscribeURL is not where SNS confirms subscriptions to the topic"));
    }

    /** Its SubscribeURL would begin it again: whoever ended it had a reason. */
    private static Reading unsubscription(Connector connector) {
        LOG.warnf("A subscription of SNS was ended: nothing comes from it any more, %s", connector);
        return new Reading.Nothing("unsubscribed", "The subscription was ended: nothing comes from it any more");
    }

    private static Reading unknown(String detail) {
        return new Reading.Nothing("unknown_event", detail);
    }

    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY;
    }

    @Override
    public CredentialFields credentialFields() {
        return CREDENTIALS;
    }
}
