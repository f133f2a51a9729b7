package io.ticketwire.connector;

import java.util.List;
import java.util.stream.Stream;

import io.ticketwire.connector.ConnectorType.Field;

/** Ticket platforms with rules of their own. */
final class TicketPlatformTypes {

    private static final String ROUTE = "/api/webhooks/tickets";
    private static final String FOR_POLLING = "For asking the platform's API, which this version does not do yet";
    private static final List<Field> COMMON = List.of(ConnectorType.publicUrl(), ConnectorType.baseUrl());

    static final List<ConnectorType> ALL = List.of(
            type(
                    "zendesk",
                    "Zendesk",
                    "In Admin Center, Apps and integrations, Webhooks: create a webhook for Zendesk events or for a trigger,"
                            + " POST, JSON, with the webhook URL, and enter its signing secret here",
                    Field.secret(
                            ConnectorType.WEBHOOK_SECRET,
                            "Signing secret",
                            "Shown on the webhook's page in Zendesk; without it everything is accepted, unverified"),
                    ConnectorType.replayWindow(),
                    subdomain("acme of acme.zendesk.com, for links to tickets"),
                    Field.text("credentials.email", "E-mail", FOR_POLLING),
                    Field.secret("credentials.api_token", "API token", FOR_POLLING),
                    Field.secret("credentials.client_id", "OAuth client id", FOR_POLLING),
                    Field.secret("credentials.client_secret", "OAuth client secret", FOR_POLLING)),
            type(
                    "freshdesk",
                    "Freshdesk",
                    "In Admin, Workflows, Automations: a rule for ticket creation and one for updates, each with the action"
                            + " Trigger Webhook, POST to the webhook URL, JSON, and the custom header"
                            + " X-Gateway-Token with the secret. Freshdesk signs nothing",
                    Field.secret(
                            ConnectorType.WEBHOOK_SECRET,
                            "Token",
                            "What the header X-Gateway-Token, or the password of basic authentication, has to be;"
                                    + " without it everything is accepted, unverified"),
                    subdomain("acme of acme.freshdesk.com, for links to tickets"),
                    Field.secret("credentials.api_key", "API key", FOR_POLLING)),
            type(
                    "jira",
                    "Jira Service Management",
                    "In Settings, System, WebHooks: the webhook URL, issue and comment events, and a secret. An automation"
                            + " rule (Send web request) can't sign: give it the header X-Gateway-Token with the secret",
                    Field.secret(
                            ConnectorType.WEBHOOK_SECRET,
                            "Secret",
                            "Jira signs with it, or an automation rule sends it as X-Gateway-Token; without it everything"
                                    + " is accepted, unverified"),
                    subdomain("acme of acme.atlassian.net, for links to issues"),
                    Field.text("credentials.email", "E-mail", FOR_POLLING),
                    Field.secret("credentials.api_token", "API token", FOR_POLLING)),
            type(
                    "intercom",
                    "Intercom",
                    "In the Developer Hub, your app, Webhooks: the webhook URL and the conversation and ticket topics."
                            + " Notifications are signed with the app's client secret",
                    Field.secret(ConnectorType.WEBHOOK_SECRET, "Client secret", "As credentials.client_secret"),
                    Field.secret(
                            "credentials.client_secret",
                            "Client secret",
                            "On the app's Basic information page; without it everything is accepted, unverified"),
                    Field.secret("credentials.access_token", "Access token", FOR_POLLING)),
            type(
                    "hubspot",
                    "HubSpot Service Hub",
                    "In your app, Webhooks: the webhook URL as target, and subscriptions to ticket events. Set the public"
                            + " URL here if a proxy stands before Ticketwire: HubSpot signs the URL",
                    Field.secret(ConnectorType.WEBHOOK_SECRET, "Client secret", "As credentials.client_secret"),
                    Field.secret(
                            "credentials.client_secret",
                            "Client secret",
                            "On the app's Auth page; without it everything is accepted, unverified"),
                    ConnectorType.replayWindow(),
                    Field.secret("credentials.access_token", "Access token or service key", FOR_POLLING)));

    private TicketPlatformTypes() {}

    private static ConnectorType type(String type, String title, String setup, Field... fields) {
        List<Field> all = Stream.concat(Stream.of(fields), COMMON.stream()).toList();
        return new ConnectorType(type, title, ROUTE, setup, List.of("webhook"), all, List.of());
    }

    private static Field subdomain(String help) {
        return Field.text("credentials.subdomain", "Subdomain", help);
    }
}
