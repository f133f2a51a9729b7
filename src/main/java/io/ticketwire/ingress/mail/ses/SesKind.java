package io.ticketwire.ingress.mail.ses;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The kinds of reports, each with an object of its own beside the mail's
 * (https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html).
 */
enum SesKind {
    SEND("Send", "send", null),
    DELIVERY("Delivery", "delivery", "recipients"),
    DELIVERY_DELAY("DeliveryDelay", "deliveryDelay", "delayedRecipients"),
    BOUNCE("Bounce", "bounce", "bouncedRecipients"),
    COMPLAINT("Complaint", "complaint", "complainedRecipients"),
    REJECT("Reject", "reject", null),
    RENDERING_FAILURE("Rendering Failure", "failure", null),
    OPEN("Open", "open", null),
    CLICK("Click", "click", null),
    SUBSCRIPTION("Subscription", "subscription", null);

    private final String word;
    private final String object;
    private final String recipients;

    /** @param recipients the list in the object; null if the object names none */
    SesKind(String word, String object, String recipients) {
        this.word = word;
        this.object = object;
        this.recipients = recipients;
    }

    /** Empty for what is none of them, such as mail that came in. */
    static Optional<SesKind> of(String word) {
        for (SesKind kind : values()) {
            if (kind.word.equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    JsonNode object(JsonNode report) {
        return report.path(object);
    }

    /** The recipients that the report is about; missing if it names none of its own. */
    JsonNode recipients(JsonNode report) {
        return recipients == null ? report.path("") : object(report).path(recipients);
    }

    /** Whether it was one of the mail's recipients who did it, and the report does not say who. */
    boolean isOfOneReader() {
        return this == OPEN || this == CLICK || this == SUBSCRIPTION;
    }

    /** Whether it happens when the mail is handed over, and has no time of its own. */
    boolean isOfHandingOver() {
        return this == SEND || this == REJECT || this == RENDERING_FAILURE;
    }
}
