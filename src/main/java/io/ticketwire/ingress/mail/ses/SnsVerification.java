package io.ticketwire.ingress.mail.ses;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.mail.ses.Certificates.Lookup;
import io.ticketwire.ingress.signature.Trail;

/**
 * Checks a message of SNS: fields, topic, signature version, certificate's URL, signature's form, time, certificate,
 * signature, in this order. Whoever has an account at AWS can have messages signed: it is the topic that tells them apart.
 * A message that is wrong in itself never gets so far that a certificate is fetched for it.
 */
record SnsVerification(Certificates certificates, Connector connector, Trail trail) {

    private static final String RAW_DELIVERY = "x-amz-sns-rawdelivery";
    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");
    private static final int MAX_SIGNATURE = 2_048;

    /** With a year of four digits: there are no certificates of others. */
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,18}(?:Z|[+-]\\d{2}:\\d{2})");

    Verification of(IncomingRequest request) {
        if (request.headers(RAW_DELIVERY).stream().anyMatch("true"::equalsIgnoreCase)) {
            return trail.refuse(
                    "raw_delivery",
                    "header " + RAW_DELIVERY,
                    () -> "Raw message delivery leaves out the signature: switch it off in the subscription");
        }
        if (!(JsonBody.of(request.body()) instanceof JsonBody.Parsed parsed)
                || !parsed.root().isObject()) {
            return trail.refuse("malformed", "body", () -> "It is no message of SNS: it is not a JSON object");
        }
        SnsMessage message = new SnsMessage(parsed.root());
        return fields(message)
                .or(() -> topic(message))
                .or(() -> certificateUrl(message))
                .or(() -> signature(message))
                .or(() -> time(message, request.receivedAt()))
                .orElseGet(() -> signed(message));
    }

    private Optional<Verification> fields(SnsMessage message) {
        if (!message.isOfKnownType()) {
            return refusal("type", "Type", "It is none of the three types of messages of SNS");
        }
        Optional<String> missing = message.missing();
        if (missing.isPresent()) {
            return refusal("missing", missing.get(), "It must be there, and be text");
        }
        if (!message.json().path("Subject").isTextual() && message.json().hasNonNull("Subject")) {
            return refusal("malformed", "Subject", "It must be text");
        }
        return ALGORITHMS.containsKey(message.text("SignatureVersion"))
                ? passed("fields", "All fields that are signed are there")
                : refusal("algorithm", "SignatureVersion", "It must be 1 or 2");
    }

    private Optional<Verification> topic(SnsMessage message) {
        List<String> accepted = connector.credential("topic_arns");
        if (accepted.isEmpty()) {
            return refusal("no_topic_arn", "TopicArn", "The connector has no topics that it takes messages of");
        }
        return accepted.contains(message.topicArn())
                        && TopicArn.of(message.topicArn()).isPresent()
                ? passed("TopicArn", "It is one of " + accepted.size() + " topic(s) of the connector")
                : refusal("topic", "TopicArn", "It is not one of the connector's topics");
    }

    private Optional<Verification> certificateUrl(SnsMessage message) {
        Optional<SnsUrl> url = SnsUrl.of(message.text("SigningCertURL")).filter(SnsUrl::isOfCertificate);
        if (url.isEmpty()) {
            return refusal("certificate_url", "SigningCertURL", "It is not where SNS has its certificates");
        }
        return url.get().isAt(topicOf(message))
                ? passed("SigningCertURL", "It is SNS's own, in the region of the topic")
                : refusal("region", "SigningCertURL", "It is of another region than the topic");
    }

    private Optional<Verification> signature(SnsMessage message) {
        return decoded(message).isPresent()
                ? passed("Signature", "It is base64")
                : refusal("malformed", "Signature", "It is not base64 of a signature");
    }

    private Optional<Verification> time(SnsMessage message, Instant receivedAt) {
        Optional<Instant> time = timeOf(message);
        if (time.isEmpty()) {
            return refusal("malformed_time", "Timestamp", "It is no time in the form ISO_8601");
        }
        Duration window = connector.replayWindow();
        Duration age = Duration.between(time.get(), receivedAt);
        if (!window.isZero() && age.abs().compareTo(window) > 0) {
            String side = age.isNegative() ? " s after" : " s before";
            return refusal(
                    age.isNegative() ? "ahead" : "stale",
                    "Timestamp",
                    "It is " + age.abs().toSeconds() + side + " arrival; the window is " + window);
        }
        return passed("Timestamp", "It is " + age.toMillis() + " ms before arrival; the window is " + window);
    }

    private Verification signed(SnsMessage message) {
        Lookup lookup = certificates.find(
                SnsUrl.of(message.text("SigningCertURL")).orElseThrow().through(connector.baseUrl()));
        return lookup instanceof Lookup.Fetching fetching
                ? new Verification.Awaits(fetching.later().map(found -> signed(found, message)))
                : signed(lookup, message);
    }

    private Verification signed(Lookup lookup, SnsMessage message) {
        if (!(lookup instanceof Lookup.Found found)) {
            return trail.undecided(
                    "certificate_unavailable", "certificate", () -> "SNS's certificate can't be fetched now");
        }
        SigningCertificate certificate = found.certificate();
        if (!certificate.isOf(topicOf(message).signers())) {
            return trail.refuse("certificate_name", "certificate", () -> "It is not of SNS in the region of the topic");
        }
        if (!certificate.isValidAt(timeOf(message).orElseThrow())) {
            return trail.refuse("certificate_time", "certificate", () -> "It was not valid at the time of the message");
        }
        trail.pass("certificate", () -> "It is of SNS, and was valid at the time of the message");
        String algorithm = ALGORITHMS.get(message.text("SignatureVersion"));
        return certificate.signed(algorithm, message.signed(), decoded(message).orElseThrow())
                ? trail.verified("signature", () -> "It is right, by " + algorithm)
                : trail.refuse("mismatch", "signature", () -> mismatch(algorithm));
    }

    private static String mismatch(String algorithm) {
        return "It is not that of the message by " + algorithm + ". Where Java is set up to know no SHA-1, the topic's"
                + " attribute SignatureVersion has to be 2";
    }

    private static TopicArn topicOf(SnsMessage message) {
        return TopicArn.of(message.topicArn()).orElseThrow();
    }

    private static Optional<Instant> timeOf(SnsMessage message) {
        String text = message.text("Timestamp");
        try {
            return TIME.matcher(text).matches()
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(SnsMessage message) {
        String text = message.text("Signature");
        try {
            return text.length() > MAX_SIGNATURE
                    ? Optional.empty()
                    : Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    private Optional<Verification> passed(String check, String detail) {
        trail.pass(check, () -> detail);
        return Optional.empty();
    }

    private Optional<Verification> refusal(String reason, String check, String detail) {
        return Optional.of(trail.refuse(reason, check, () -> detail));
    }
}
