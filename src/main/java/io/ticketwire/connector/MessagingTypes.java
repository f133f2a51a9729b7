package io.ticketwire.connector;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ticketwire.connector.ConnectorType.Field;

/** Messaging providers: SMS, WhatsApp and the like. */
final class MessagingTypes {

    static final List<ConnectorType> ALL = List.of(
            type(
                    "twilio",
                    "Twilio",
                    "/api/webhooks/twilio/sms",
                    "The webhook URL as \"A message comes in\" of a number or a messaging service, and as StatusCallback"
                            + " of what you send; WhatsApp senders likewise, or under /api/webhooks/twilio/whatsapp",
                    Field.secret(
                                    "credentials.auth_token",
                                    "Auth token",
                                    "The account's primary token; Twilio signs with it. Of a sub-account its own")
                            .asRequired(),
                    Field.text(
                            "credentials.account_sid",
                            "Account SID",
                            "If given, callbacks of other accounts are refused")),
            type(
                    "messagebird",
                    "MessageBird",
                    "/api/webhooks/messagebird",
                    "The webhook URL as status report URL of SMS, in flows, and as webhook of conversations",
                    signingKey("In Developer settings: not the access key"),
                    ConnectorType.replayWindow(
                            Duration.ofDays(1), " For the old signature and, where it is PT0S, for the token's times")),
            type(
                    "bird",
                    "Bird",
                    "/api/webhooks/messagebird",
                    "A webhook subscription with the webhook URL and a signing key",
                    signingKey("The one of the webhook subscription"),
                    ConnectorType.replayWindow(Duration.ofDays(1), " Bird repeats for a day and keeps the first time")),
            type(
                    "gupshup",
                    "Gupshup",
                    "/api/webhooks/gupshup",
                    "A subscription (version 2 or 3) with the webhook URL, and in its meta the header that is entered"
                            + " here. Gupshup signs nothing",
                    Field.text("credentials.header_name", "Header name", "Such as Authorization")
                            .asRequired(),
                    Field.secret("credentials.header_value", "Header value", "Any long, random text")
                            .asRequired()),
            type(
                    "vonage",
                    "Vonage Messages",
                    "/api/webhooks/vonage",
                    "In your application, Messages: the webhook URL as Inbound URL and as Status URL",
                    Field.secret(
                                    "credentials.signature_secret",
                                    "Signature secret",
                                    "In the API settings, of the API key that sends")
                            .asRequired(),
                    Field.text("credentials.api_key", "API key", "If given, callbacks of other keys are refused"),
                    Field.text(
                            "credentials.application_id",
                            "Application id",
                            "If given, callbacks of other applications are refused"),
                    ConnectorType.replayWindow()),
            type(
                    "vonage_sms",
                    "Vonage SMS",
                    "/api/webhooks/vonage",
                    "In the API settings: the webhook URL for inbound SMS and delivery receipts; support has to switch"
                            + " signing on",
                    Field.secret("credentials.signature_secret", "Signature secret", "In the API settings")
                            .asRequired(),
                    Field.choice(
                            "credentials.method",
                            "Signature method",
                            "As in the API settings",
                            "md5hash",
                            "md5",
                            "sha1",
                            "sha256",
                            "sha512"),
                    ConnectorType.replayWindow()),
            type(
                    "plivo",
                    "Plivo",
                    "/api/webhooks/plivo",
                    "The webhook URL as Message URL of an application, and as url of what you send",
                    Field.secret(
                                    "credentials.auth_token",
                                    "Auth token",
                                    "Of the account, or of the sub-account that sends")
                            .asRequired()));

    private MessagingTypes() {}

    private static Field signingKey(String help) {
        return Field.secret("credentials.signing_key", "Signing key", help).asRequired();
    }

    private static ConnectorType type(String type, String title, String route, String setup, Field... own) {
        return new ConnectorType(
                type,
                title,
                route,
                setup,
                List.of("webhook"),
                Stream.concat(Stream.of(own), Stream.of(ConnectorType.createTickets(), ConnectorType.publicUrl()))
                        .toList(),
                List.of());
    }
}
