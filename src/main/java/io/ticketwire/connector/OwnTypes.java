package io.ticketwire.connector;

import java.util.List;

import io.ticketwire.connector.ConnectorType.Field;

/** Types for senders that follow our rules, or none of their own. */
final class OwnTypes {

    private static final Field SECRET = Field.secret(
            ConnectorType.WEBHOOK_SECRET,
            "Webhook secret",
            "What the sender signs bodies with; without it everything is accepted, unverified");

    static final List<ConnectorType> ALL = List.of(
            new ConnectorType(
                    "webhook",
                    "Any ticket platform",
                    "/api/webhooks/tickets",
                    "Send tickets as JSON by POST to the webhook URL. With a secret, sign each body:"
                            + " x-hub-signature-256: sha256=<hex HMAC-SHA256 of the body>",
                    List.of("webhook"),
                    List.of(SECRET, ConnectorType.publicUrl()),
                    List.of()),
            new ConnectorType(
                    "receive",
                    "Events of your own",
                    "/api/webhooks/receive",
                    "Send {\"event\":\"ticket.create\",\"data\":{...}} by POST to the webhook URL. With a secret, sign"
                            + " each body: X-Webhook-Signature: <hex HMAC-SHA256 of the body>",
                    List.of("webhook"),
                    List.of(SECRET, ConnectorType.publicUrl()),
                    List.of()));

    private OwnTypes() {}
}
