package io.ticketwire.ingress.mail.ses;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A message of SNS, in which the signature is one of the fields
 * (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html).
 *
 * @param json an object
 */
record SnsMessage(JsonNode json) {

    static final String NOTIFICATION = "Notification";
    static final String SUBSCRIPTION = "SubscriptionConfirmation";
    static final String UNSUBSCRIPTION = "UnsubscribeConfirmation";

    private static final List<String> TYPES = List.of(NOTIFICATION, SUBSCRIPTION, UNSUBSCRIPTION);
    private static final List<String> REQUIRED = List.of(
            "Type", "MessageId", "TopicArn", "Message", "Timestamp", "SignatureVersion", "Signature", "SigningCertURL");
    private static final List<String> REQUIRED_TO_CONFIRM = List.of("Token", "SubscribeURL");

    /** In the order in which they are signed. */
    private static final List<String> SIGNED =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");

    private static final List<String> SIGNED_TO_CONFIRM =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    /** The text of a field; empty if it has none. */
    String text(String field) {
        return json.path(field).isTextual() ? json.path(field).textValue() : "";
    }

    String type() {
        return text("Type");
    }

    boolean isOfKnownType() {
        return TYPES.contains(type());
    }

    String topicArn() {
        return text("TopicArn");
    }

    /** The first of the fields that must have text and has none. */
    Optional<String> missing() {
        Stream<String> required = type().equals(NOTIFICATION)
                ? REQUIRED.stream()
                : Stream.concat(REQUIRED.stream(), REQUIRED_TO_CONFIRM.stream());
        return required.filter(field -> text(field).isEmpty()).findFirst();
    }

    /** What is signed: names and values as they were sent, none of them read and written anew. */
    byte[] signed() {
        StringBuilder signed = new StringBuilder();
        for (String field : type().equals(NOTIFICATION) ? SIGNED : SIGNED_TO_CONFIRM) {
            if (json.path(field).isTextual()) {
                signed.append(field).append('\n').append(text(field)).append('\n');
            }
        }
        return signed.toString().getBytes(UTF_8);
    }
}
