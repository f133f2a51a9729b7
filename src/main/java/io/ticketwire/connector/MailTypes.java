package io.ticketwire.connector;

import java.time.Duration;
import java.util.List;

import io.ticketwire.connector.ConnectorType.Field;

/** Mail: what providers report on what was sent, and what comes in. */
final class MailTypes {

    private static final List<String> WEBHOOK = List.of("webhook");
    private static final String INBOUND = "/api/webhooks/email/inbound";

    static final List<ConnectorType> ALL = List.of(
            new ConnectorType(
                    "sendgrid",
                    "SendGrid",
                    "/api/webhooks/sendgrid",
                    "In Settings, Mail Settings, Event Webhook: the webhook URL, all events, and Signed Event Webhook",
                    WEBHOOK,
                    List.of(
                            publicKey("Of the Event Webhook's signature verification; several for several sub-accounts")
                                    .asRequired(),
                            ConnectorType.replayWindow(
                                    Duration.ofMinutes(5), " If SendGrid's repeats are refused as stale, up to P1D"),
                            ConnectorType.publicUrl()),
                    List.of()),
            new ConnectorType(
                    "sendgrid_inbound",
                    "SendGrid Inbound Parse",
                    INBOUND,
                    "In Settings, Inbound Parse: the webhook URL, and a security policy with a signature. Raw messages"
                            + " work as well",
                    WEBHOOK,
                    List.of(
                            publicKey("Of the security policy that is attached to the parse setting"),
                            Field.secret(
                                    "credentials.url_token",
                                    "Token in the URL",
                                    "Without a security policy: any long, random text, which the webhook URL then has to"
                                            + " end with, as &token=..."),
                            ConnectorType.replayWindow(
                                    Duration.ofMinutes(10), " If SendGrid's repeats are refused as stale, up to P3D"),
                            ConnectorType.createTickets(),
                            ConnectorType.publicUrl()),
                    List.of("credentials.public_key", "credentials.url_token")),
            new ConnectorType(
                    "mailgun",
                    "Mailgun",
                    INBOUND,
                    "For what comes in, a route with forward(webhook URL); for what becomes of sent mails, webhooks with"
                            + " /api/webhooks/email/status in place of /api/webhooks/email/inbound",
                    WEBHOOK,
                    List.of(
                            Field.secret(
                                            "credentials.signing_key",
                                            "HTTP webhook signing key",
                                            "In Settings, API security: not the API key")
                                    .asRequired(),
                            ConnectorType.replayWindow(Duration.ofMinutes(510), " Mailgun repeats for eight hours"),
                            ConnectorType.createTickets(),
                            ConnectorType.publicUrl()),
                    List.of()),
            new ConnectorType(
                    "ses",
                    "Amazon SES",
                    "/api/webhooks/ses",
                    "Publish SES events, and the mails of receipt rules, to an SNS topic and subscribe the webhook URL to it by"
                            + " HTTPS, without raw message delivery; the subscription is confirmed by itself",
                    WEBHOOK,
                    List.of(
                            Field.text(
                                            "credentials.topic_arns",
                                            "Topic ARNs",
                                            "arn:aws:sns:...; messages of other topics are refused. One or a list")
                                    .asRequired(),
                            ConnectorType.replayWindow(
                                    Duration.ofMinutes(65), " SNS repeats for an hour and keeps the first time"),
                            new Field(
                                    ConnectorType.BASE_URL,
                                    "Base URL",
                                    "url",
                                    false,
                                    "Where certificates are fetched from and subscriptions are confirmed, in place of the"
                                            + " host that the message names and that is checked: for a proxy",
                                    null,
                                    List.of()),
                            ConnectorType.createTickets(),
                            ConnectorType.publicUrl()),
                    List.of()),
            new ConnectorType(
                    "email",
                    "Any mail source",
                    INBOUND,
                    "Send mails by POST to the webhook URL, as message/rfc822, multipart/form-data or JSON, signed by the"
                            + " scheme of Standard Webhooks; or with X-Gateway-Token or basic authentication whose"
                            + " password is the secret. What becomes of sent mails goes to /api/webhooks/email/status",
                    WEBHOOK,
                    List.of(
                            Field.secret(
                                            "credentials.signing_secret",
                                            "Signing secret",
                                            "whsec_ and base64, or any text for the header and for basic authentication")
                                    .asRequired(),
                            ConnectorType.replayWindow(),
                            ConnectorType.createTickets(),
                            ConnectorType.publicUrl()),
                    List.of()));

    private MailTypes() {}

    private static Field publicKey(String help) {
        return Field.text("credentials.public_key", "Public key", "Base64 as SendGrid shows it. " + help);
    }
}
