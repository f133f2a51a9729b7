package io.ticketwire.testing;

import java.util.List;
import java.util.Map;

/** Vectors of Twilio, Plivo, Gupshup and WhatsApp whose URLs have no query; those with one are in the providers' tests. */
public final class MessagingVectors {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLIVO_PARAMETERS =
            "Direction=outbound&From=19792014278&ALegUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36&CallStatus=in-progress"
                    + "&BillRate=0.002&ParentAuthID=MANWVLYTK4ZWU1YTY4QA"
                    + "&To=sip%3APlivoSignature382029104058171078704104%40phone-qa.voice.plivodev.com"
                    + "&ALegRequestUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36&CallUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"
                    + "&RequestUUID=3e82ae9d-2c78-4d85-b1a4-6eae7dbafb36"
                    + "&SIP-H-To=%3Csip%3APlivoSignature382029104058171078704104%4052.9.11.55%3Btransport%3Dudp%3E%3Btag%3D1"
                    + "&SessionStart=2020-04-08+11%3A34%3A33.238707&Event=StartApp";

    /** Computed with the algorithm that Twilio's own vectors prove. */
    public static final Vector TWILIO_READ = Vector.of(
            "Twilio, WhatsApp message was read",
            "twilio",
            connector("https://gw.example.com/in/twilio-whatsapp/status", "5f2c0b7e9d1a4c3e8b6f7a0d1c2e3f40"),
            "/api/webhooks/twilio/whatsapp",
            "ChannelPrefix=whatsapp&ApiVersion=2010-04-01&MessageStatus=read&SmsSid=SM1f0e8ae6ade43cb3c0ce4525424e404f"
                    + "&SmsStatus=read&ChannelInstallSid=XE0000000000000000000000000000000a&To=whatsapp%3A%2B15551234567"
                    + "&From=whatsapp%3A%2B14155238886&MessageSid=SM1f0e8ae6ade43cb3c0ce4525424e404f"
                    + "&AccountSid=AC00000000000000000000000000000001&EventType=READ&ChannelToAddress=%2B15551234567",
            "Content-Type",
            FORM,
            "X-Twilio-Signature",
            "ZDUmtDLG8UqxsrBRztCBwzKGW80=");

    /** By plivo-go (utils_test.go). */
    public static final Vector PLIVO_V3 = Vector.of(
            "Plivo V3",
            "plivo",
            connector(
                    "https://plivobin.non-prod.plivops.com/api/v1/validate_signature03.xml",
                    "Y2Q2ZDgxZmY5YWRiOTI5YmQ1Njg0MTAxZWIyOTc4"),
            "/api/webhooks/plivo",
            PLIVO_PARAMETERS,
            "Content-Type",
            FORM,
            "X-Plivo-Signature-V3",
            "iAjE5QqI37mbkYe4w3jTMudqEzbDufdqi7sYwTu64e0=",
            "X-Plivo-Signature-V3-Nonce",
            "31627761595286130198");

    /** By plivo-java (UtilsTest). */
    public static final Vector PLIVO_V2 = Vector.of(
            "Plivo V2",
            "plivo",
            connector("https://answer.url", "my_auth_token"),
            "/api/webhooks/plivo",
            "From=1&To=2",
            "Content-Type",
            FORM,
            "X-Plivo-Signature-V2",
            "ehV3IKhLysWBxC1sy8INm0qGoQYdYsHwuoKjsX7FsXc=",
            "X-Plivo-Signature-V2-Nonce",
            "12345");

    public static final Vector GUPSHUP = Vector.of(
            "Gupshup",
            "gupshup",
            Map.of("credentials", Map.of("header_name", "Authorization", "header_value", "Bearer gup-9d1c")),
            "/api/webhooks/gupshup",
            "{\"app\": \"DemoApp\", \"timestamp\": 1580227766370, \"version\": 2, \"type\": \"message\", \"payload\":"
                    + " {\"id\": \"ABEGkYaYVSEEAhAL3SLAWwHKeKrt6s3FKB0c\", \"source\": \"918000000014\", \"type\": \"text\","
                    + " \"payload\": {\"text\": \"Hi\"}, \"sender\": {\"phone\": \"918000000014\", \"name\": \"Andy\","
                    + " \"country_code\": \"91\", \"dial_code\": \"8000000014\"}}}",
            "Content-Type",
            JSON,
            "Authorization",
            "Bearer gup-9d1c");

    /** By pywa (test_server.py), with a secret that was real once. */
    public static final Vector WHATSAPP_TEXT = Vector.of(
            "WhatsApp, text",
            "whatsapp",
            Map.of(
                    "credentials",
                    Map.of("app_secret", "1222e786b144d0e85b9f365372d93676", "verify_token", "vibecoding")),
            "/api/webhooks/whatsapp",
            "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"264937493375603\",\"changes\":[{\"value\":"
                    + "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"15550953877\","
                    + "\"phone_number_id\":\"277321005464405\"},\"contacts\":[{\"profile\":{\"name\":\"PyWa Tests\"},"
                    + "\"wa_id\":\"972544401243\"}],\"messages\":[{\"from\":\"972544401243\","
                    + "\"id\":\"wamid.HBgMOTcyNTQ0NDAxMjQzFQIAEhggM0RFQTNCMEEwRTY3QzUwODYzMDc4NjQ4QzM4ODAxM0YA\","
                    + "\"timestamp\":\"1730231903\",\"text\":{\"body\":\"Hey there! I am using PyWa.\"},\"type\":\"text\"}]},"
                    + "\"field\":\"messages\"}]}]}",
            "Content-Type",
            JSON,
            "X-Hub-Signature-256",
            "sha256=54edfa1d7259e0eb13c677cc7d73d1b5c86cfa12433d19156e058ab9251bc441");

    private MessagingVectors() {}

    /** Those of which another body is refused. */
    public static List<Vector> signed() {
        return List.of(TWILIO_READ, PLIVO_V3, WHATSAPP_TEXT);
    }

    /** Those that only tell who called. */
    public static List<Vector> ofSender() {
        return List.of(PLIVO_V2, GUPSHUP);
    }

    private static Map<String, ?> connector(String publicUrl, String token) {
        return Map.of("credentials", Map.of("auth_token", token), "public_url", publicUrl);
    }
}
