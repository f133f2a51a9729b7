package io.ticketwire.connector;

import java.util.List;

import io.ticketwire.connector.ConnectorType.Field;

/** Chat tools. */
final class ChatTypes {

    private static final String FOR_SENDING = "For sending, which this version does not do yet";

    static final List<ConnectorType> ALL = List.of(
            new ConnectorType(
                    "slack",
                    "Slack",
                    "/api/webhooks/slack",
                    "In your Slack app: the webhook URL as Request URL of Event Subscriptions (app_mention,"
                            + " message.channels) and of Interactivity",
                    List.of("webhook"),
                    List.of(
                            Field.secret(
                                            "credentials.signing_secret",
                                            "Signing secret",
                                            "On the app's Basic Information page")
                                    .asRequired(),
                            Field.secret("credentials.bot_token", "Bot token", FOR_SENDING),
                            ConnectorType.replayWindow(),
                            ConnectorType.publicUrl()),
                    List.of()),
            new ConnectorType(
                    "google_chat",
                    "Google Chat",
                    "/api/webhooks/google-chat",
                    "In the Google Cloud console, Google Chat API, Configuration: the webhook URL as HTTP endpoint URL,"
                            + " and as Authentication Audience either that URL or the project number; enter the same here",
                    List.of("webhook"),
                    List.of(
                            Field.text(
                                    "credentials.audience",
                                    "Audience",
                                    "The HTTP endpoint URL exactly as configured in the console, with its query"),
                            Field.text(
                                    "credentials.project_number",
                                    "Project number",
                                    "If the project number is the authentication audience"),
                            Field.text(
                                    "credentials.addon_service_account",
                                    "Service account of the add-on",
                                    "service-<project number>@gcp-sa-gsuiteaddons.iam.gserviceaccount.com, if the app is a"
                                            + " Workspace add-on; needs the audience"),
                            ConnectorType.publicUrl()),
                    List.of("credentials.audience", "credentials.project_number")),
            new ConnectorType(
                    "whatsapp",
                    "WhatsApp Cloud API",
                    "/api/webhooks/whatsapp",
                    "In the Meta app, WhatsApp, Configuration: the webhook URL as Callback URL, the verify token, and a"
                            + " subscription to messages",
                    List.of("webhook"),
                    List.of(
                            Field.secret(
                                            "credentials.app_secret",
                                            "App secret",
                                            "In the Meta app, Settings, Basic: callbacks are signed with it")
                                    .asRequired(),
                            Field.secret(
                                            "credentials.verify_token",
                                            "Verify token",
                                            "Any text; the same as in the Meta app")
                                    .asRequired(),
                            Field.text("credentials.phone_number_id", "Phone number id", FOR_SENDING),
                            Field.secret("credentials.access_token", "Access token", FOR_SENDING),
                            ConnectorType.createTickets(),
                            ConnectorType.publicUrl()),
                    List.of()));

    private ChatTypes() {}
}
