package io.ticketwire.testing;

import java.util.List;
import java.util.Map;

/** The published and recomputed vectors of the signature schemes; those that sign a time need an open replay window. */
public final class Vectors {

    private static final String TICKETS = "/api/webhooks/tickets";
    private static final String SLACK = "/api/webhooks/slack";
    private static final String WHATSAPP = "/api/webhooks/whatsapp";
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> ANY_TIME = Map.of("replay_window", "PT0S");
    private static final String HUBSPOT_SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String HUBSPOT_BODY = "{'example_field':'example_value'}";

    /** The secret that Zendesk publishes for tests. */
    public static final String ZENDESK_TEST_SECRET = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==";

    /** Slack's own example. */
    public static final Vector SLACK_COMMAND = Vector.of(
            "Slack, command",
            "slack",
            slack(),
            SLACK,
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                    + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                    + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
                    + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
            "Content-Type",
            FORM,
            "X-Slack-Request-Timestamp",
            "1531420618",
            "X-Slack-Signature",
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

    public static final Vector SLACK_CHALLENGE = Vector.of(
            "Slack, challenge",
            "slack",
            slack(),
            SLACK,
            "{\"token\":\"t\",\"challenge\":\"abc123\",\"type\":\"url_verification\"}",
            "Content-Type",
            JSON,
            "X-Slack-Request-Timestamp",
            "1763630100",
            "X-Slack-Signature",
            "v0=30fe9f1054fd591f3a466a3d0927c64179fe484773ee4584d0bf2f701ea440b1");

    public static final Vector ZENDESK = Vector.of(
            "Zendesk",
            "zendesk",
            zendesk(),
            TICKETS,
            "{\"event_type\": \"foo.bar\",\"data\": {\"key\": \"value\"}}",
            "Content-Type",
            JSON,
            "X-Zendesk-Webhook-Signature-Timestamp",
            "1531420618",
            "X-Zendesk-Webhook-Signature",
            "qtmu3iClLKujnujOBkwe7yjI34o5CzsLD04Uy4LbE2A=");

    public static final Vector ZENDESK_ISO = Vector.of(
            "Zendesk, ISO time and non-ASCII",
            "zendesk",
            zendesk(),
            TICKETS,
            "{\"type\":\"zen:event-type:ticket.priority_changed\",\"detail\":{\"id\":\"4711\",\"subject\":\"Zugang gestört\"}}",
            "Content-Type",
            JSON,
            "X-Zendesk-Webhook-Signature-Timestamp",
            "2026-11-20T09:15:01Z",
            "X-Zendesk-Webhook-Signature",
            "d15Vl8sGJRxEXsL8mhea5Z5UVPqa/DKipZUkBQSQdjE=");

    public static final Vector JIRA = Vector.of(
            "Jira, by Atlassian",
            "jira",
            Map.of("webhook_secret", "It's a Secret to Everybody"),
            TICKETS,
            "Hello World!",
            "Content-Type",
            JSON,
            "X-Hub-Signature",
            "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9");

    public static final Vector INTERCOM = Vector.of(
            "Intercom",
            "intercom",
            Map.of("credentials", Map.of("client_secret", "intercom-client-secret")),
            TICKETS,
            "{\"type\":\"notification_event\",\"id\":\"notif_1\",\"topic\":\"ping\",\"app_id\":\"abc123\",\"data\":"
                    + "{\"type\":\"notification_event_data\",\"item\":{\"type\":\"ping\",\"message\":\"something something interzen\"}}}",
            "Content-Type",
            JSON,
            "X-Hub-Signature",
            "sha1=0ec575c0ac58fd64cbb5c86a201d35713ef4dd26");

    public static final Vector INTERCOM_RFC_2202 = Vector.of(
            "Intercom, RFC 2202 case 1",
            "intercom",
            Map.of("webhook_secret", "\u000b".repeat(20)),
            TICKETS,
            "Hi There",
            "Content-Type",
            JSON,
            "X-Hub-Signature",
            "sha1=b617318655057264e28bc0b6fb378c8ef146be00");

    public static final Vector HUBSPOT_V1 = hubspot(
            "HubSpot v1",
            "X-HubSpot-Signature-Version",
            "v1",
            "X-HubSpot-Signature",
            "69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750");

    public static final Vector HUBSPOT_V2 = hubspot(
            "HubSpot v2",
            "X-HubSpot-Signature-Version",
            "v2",
            "X-HubSpot-Signature",
            "4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383");

    public static final Vector HUBSPOT_V3 = hubspot(
            "HubSpot v3",
            "X-HubSpot-Request-Timestamp",
            "1693657560000",
            "X-HubSpot-Signature-v3",
            "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=");

    public static final Vector WHATSAPP_RFC_4231 = Vector.of(
            "WhatsApp, RFC 4231 case 2",
            "whatsapp",
            whatsapp("Jefe"),
            WHATSAPP,
            "what do ya want for nothing?",
            "Content-Type",
            JSON,
            "X-Hub-Signature-256",
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

    public static final Vector WHATSAPP_ESCAPED = Vector.of(
            "WhatsApp, escaped non-ASCII",
            "whatsapp",
            whatsapp("wa-app-secret"),
            WHATSAPP,
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":"
                    + "{\"messages\":[{\"id\":\"wamid.A\",\"from\":\"972500000001\",\"timestamp\":\"1763630100\",\"type\":\"text\","
                    + "\"text\":{\"body\":\"approve \\u05d0\"}}]}}]}]}",
            "Content-Type",
            JSON,
            "X-Hub-Signature-256",
            "sha256=1d9ad30115ef795ddb695333f46aefbaf1a82de1cca955daddf925a01e608fc0");

    private Vectors() {}

    /** All of them. */
    public static List<Vector> all() {
        return List.of(
                SLACK_COMMAND,
                SLACK_CHALLENGE,
                ZENDESK,
                ZENDESK_ISO,
                JIRA,
                INTERCOM,
                INTERCOM_RFC_2202,
                HUBSPOT_V1,
                HUBSPOT_V2,
                HUBSPOT_V3,
                WHATSAPP_RFC_4231,
                WHATSAPP_ESCAPED);
    }

    private static Map<String, ?> slack() {
        return Map.of(
                "credentials", Map.of("signing_secret", "8f742231b10e8888abcd99yyyzzz85a5"), "settings", ANY_TIME);
    }

    private static Map<String, ?> zendesk() {
        return Map.of("webhook_secret", ZENDESK_TEST_SECRET, "settings", ANY_TIME);
    }

    private static Map<String, ?> whatsapp(String secret) {
        return Map.of("credentials", Map.of("app_secret", secret, "verify_token", "a-verify-token"));
    }

    private static Vector hubspot(String name, String... headers) {
        Map<String, ?> connector = Map.of(
                "credentials",
                Map.of("client_secret", HUBSPOT_SECRET),
                "public_url",
                "https://www.example.com/webhook_uri",
                "settings",
                ANY_TIME);
        return Vector.of(name, "hubspot", connector, TICKETS, HUBSPOT_BODY, headers)
                .and("Content-Type", JSON);
    }
}
