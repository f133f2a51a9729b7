package io.ticketwire.testing;

import java.util.List;
import java.util.Map;

/** Vectors of MessageBird, Bird and Vonage; all but Bird's are published. They need an open replay window. */
public final class BirdAndVonageVectors {

    private static final String MESSAGEBIRD = "/api/webhooks/messagebird";
    private static final String VONAGE = "/api/webhooks/vonage";
    private static final String JSON = "application/json";
    private static final Map<String, String> ANY_TIME = Map.of("replay_window", "PT0S");

    /** {@code webhook_test_data.json} of MessageBird's SDKs. Signs the URL. */
    public static final Vector MESSAGEBIRD_TOKEN = Vector.of(
            "MessageBird, token",
            "messagebird",
            signingKey("36efdd1aace2e26cd490f0d951138253bef2f7c6d34d18981da781555cc4cebb", "https://example.com/"),
            MESSAGEBIRD,
            "Some text containg & < >, & and \\u0026",
            "Content-Type",
            JSON,
            "MessageBird-Signature-JWT",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJNZXNzYWdlQmlyZCIsIm5iZiI6MTYyNTQ3OTIwMCwiZ"
                    + "XhwIjoxNjI1NDc5MjYwLCJqdGkiOiI1OWEyNDRkYy1lOWFkLTRlMjMtOTc3OC0zNzFmYWEyMzhmNzIiLCJ1cmxfaGF"
                    + "zaCI6IjBmMTE1ZGIwNjJiN2MwZGQwMzBiMTY4NzhjOTlkZWE1YzM1NGI0OWRjMzdiMzhlYjg4NDYxNzljNzc4M2U5Z"
                    + "DciLCJwYXlsb2FkX2hhc2giOiIyNDMxYmQ5Y2NiNDhlZDAxNmZhZDU2N2IwNzcxMjAzOGI1Y2RkOTQ5YWM5ZDQxZmU"
                    + "0NjkzZDVhMzg0NWNmN2U4In0.IQiKzeEPaO3A48lhKmBDSmxZyCESPCGxdSKFdi0dEJs");

    /** RequestSignerTest of MessageBird's Java SDK. Signs the query. */
    public static final Vector MESSAGEBIRD_OLDER = Vector.of(
            "MessageBird, older signature",
            "messagebird",
            signingKey("secret", "https://example.com/"),
            MESSAGEBIRD,
            "{\"a key\":\"some value\"}",
            "Content-Type",
            JSON,
            "MessageBird-Request-Timestamp",
            "1544544948",
            "MessageBird-Signature",
            "p2e20OtAg39DEmz1ORHpjQ556U4o1ZaH4NWbM9Q8Qjk=");

    /** Computed elsewhere, after the samples on docs.bird.com. Signs the URL. */
    public static final Vector BIRD = Vector.of(
            "Bird",
            "bird",
            signingKey("secureSigningKey", "https://gw.example.com/in/bird"),
            MESSAGEBIRD,
            "{\"service\":\"channels\",\"event\":\"whatsapp.inbound\",\"payload\":{\"id\":\"404544c5-9920-45f1-8990-"
                    + "0855634ab7ac\",\"channelId\":\"52ad151f-f7b4-46f9-a5c6-d3318e650c84\",\"sender\":{\"contact\":{\"id\""
                    + ":\"d4e8935a-5f48-45a5-95a5-ee7ba1e2c5b4\",\"identifierKey\":\"phonenumber\",\"identifierValue\":\"+"
                    + "3511111111\"}},\"receiver\":{\"connector\":{\"id\":\"60bf59d6-fc6f-4511-89c4-75d9127d7a7c\",\"identi"
                    + "fierValue\":\"\"}},\"body\":{\"type\":\"text\",\"text\":{\"text\":\"Test\"}},\"status\":\"delivered\",\"reason"
                    + "\":\"\",\"direction\":\"incoming\",\"lastStatusAt\":\"2023-12-13T19:34:01.858Z\",\"createdAt\":\"2023-12"
                    + "-13T19:34:01.858Z\"}}",
            "Content-Type",
            JSON,
            "messagebird-request-timestamp",
            "1719823259",
            "messagebird-signature",
            "2XMJsk+hV0Uh+jRUaTY5YcTo+sVmKW5REVzSvLT+vbQ=");

    /** Symfony's VonageRequestParserTest. */
    public static final Vector VONAGE_STATUS = Vector.of(
            "Vonage Messages",
            "vonage",
            signatureSecret("secret-key"),
            VONAGE,
            "{\n    \"message_uuid\": \"aaaaaaaa-bbbb-cccc-dddd-0123456789ab\",\n    \"to\": \"447700900000\",\n  "
                    + "  \"from\": \"447700900001\",\n    \"timestamp\": {},\n    \"status\": \"delivered\",\n    \"usage\": {\n "
                    + "       \"currency\": \"EUR\",\n        \"price\": \"0.0333\"\n    },\n    \"client_ref\": \"string\",\n   "
                    + " \"channel\": \"sms\",\n    \"destination\": {\n        \"network_code\": \"12345\"\n    },\n    \"sms\": "
                    + "{\n        \"count_total\": \"2\"\n    }\n}\n",
            "Content-Type",
            JSON,
            "Authorization",
            "Bearer "
                    + "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJwYXlsb2FkX2hhc2giOiJmN2UyNzI3NzQ2YWMzNmZmMThmYjE1O"
                    + "GQ1YjhkYjViYjljN2ZjNjBhOTA2ZDU2MWZiMTAyYTM0OGUxYjFjNGQ2IiwiaWF0IjoxNTE2MjM5MDIyLCJqdGkiOiJ"
                    + "qdGkiLCJpc3MiOiJWb25hZ2UifQ.OVR1xXzaMccQ3na9RTBjLcnlZa0ejtaf4e0iFpLQrpE");

    /** SignatureTest of Vonage's PHP, Node and Ruby SDKs. */
    public static final Vector VONAGE_SMS = Vector.of(
            "Vonage SMS, sha256",
            "vonage_sms",
            Map.of(
                    "credentials",
                    Map.of("signature_secret", "my_secret_key_for_testing", "method", "sha256"),
                    "settings",
                    ANY_TIME),
            VONAGE,
            "message-timestamp=2013-11-21+15%3A27%3A30&messageId=020000001B0FE827&msisdn=14843472194&te"
                    + "xt=Test+again&timestamp=1385047698&to=13239877404&type=text&sig=DDB8397C2B90AAC7F3882D3064"
                    + "75C9A5058C92322EEF43C92B298B6E0FC0D330",
            "Content-Type",
            "application/x-www-form-urlencoded");

    private BirdAndVonageVectors() {}

    public static List<Vector> all() {
        return List.of(MESSAGEBIRD_TOKEN, MESSAGEBIRD_OLDER, BIRD, VONAGE_STATUS, VONAGE_SMS);
    }

    private static Map<String, ?> signingKey(String key, String url) {
        return Map.of("credentials", Map.of("signing_key", key), "settings", ANY_TIME, "public_url", url);
    }

    private static Map<String, ?> signatureSecret(String secret) {
        return Map.of("credentials", Map.of("signature_secret", secret), "settings", ANY_TIME);
    }
}
