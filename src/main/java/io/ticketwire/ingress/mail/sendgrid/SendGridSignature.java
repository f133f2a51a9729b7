package io.ticketwire.ingress.mail.sendgrid;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.EcdsaSignature;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;

/**
 * How SendGrid signs all that it sends: ECDSA over timestamp and raw body, the line feed at its end included, with a key
 * per webhook or security policy
 * (https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features).
 */
public final class SendGridSignature {

    private static final EcdsaSignature SIGNATURE = new EcdsaSignature(
            "x-twilio-email-event-webhook-signature",
            new SignedTime("x-twilio-email-event-webhook-timestamp", SignedTime.Form.UNIX_SECONDS));

    private SendGridSignature() {}

    /** Checks a request with the public keys of the connector. */
    public static Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return SIGNATURE.verify(request, connector, connector.credential("public_key"), trail);
    }
}
