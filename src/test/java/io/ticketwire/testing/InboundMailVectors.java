package io.ticketwire.testing;

import java.util.List;
import java.util.Map;

/**
 * Mails that are signed rightly, by SendGrid's Inbound Parse, by Mailgun and by Standard Webhooks. They need an open replay
 * window, save those that are tested at their own time.
 */
public final class InboundMailVectors {

    private static final String ROUTE = "/api/webhooks/email/inbound";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final Map<String, String> ANY_TIME = Map.of("replay_window", "PT0S");

    /** Mailgun's own, of mailgun-php. */
    public static final String MAILGUN_KEY = "key-3ax6xnjp29jd6fds4gc373sgvjxteol0";

    /** Of Rails' Action Mailbox. */
    public static final String RAILS_KEY = "tbsy84uSV1Kt3ZJZELY2TmShPRs91E3yL4tzf96297vBCkDWgL";

    /** Of Svix, who made the scheme. */
    public static final String SVIX_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public static final String SENDGRID_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEplOBEa8nUWRGXSTMDI8QFd4hv8MSvAzCO5GdhIQUyEQeWaB0K9+pLlhV43MAY+Uf8p8ZeCEW"
                    + "2d1j03sevQiVRQ==";

    /** The fields are SendGrid's; the key and the signature were made with OpenSSL. */
    public static final Vector SENDGRID = Vector.of(
            "SendGrid Inbound Parse",
            "sendgrid_inbound",
            Map.of("credentials", Map.of("public_key", SENDGRID_KEY), "settings", ANY_TIME),
            ROUTE,
            part(
                            "headers",
                            "MIME-Version: 1.0\nFrom: Example User <test@example.com>\nDate: Wed, 10 Aug 2016 18:10:13 -0700\n"
                                    + "Message-ID: <CAEPk3R+4Zr@mail.example.org>\nSubject: Inbound Parse Test Data\n"
                                    + "To: inbound@inbound.example.com\n")
                    + part("dkim", "{@sendgrid.com : pass}")
                    + part("to", "inbound@inbound.example.com")
                    + part("html", "<html><body><strong>Hello Twilio SendGrid!</body></html>")
                    + part("from", "Example User <test@example.com>")
                    + part("text", "Hello Twilio SendGrid!\n")
                    + part("sender_ip", "0.0.0.0")
                    + part("envelope", "{\"to\":[\"inbound@inbound.example.com\"],\"from\":\"test@example.com\"}")
                    + part("attachments", "0")
                    + part("subject", "Testing non-raw")
                    + part(
                            "charsets",
                            "{\"to\":\"UTF-8\",\"html\":\"UTF-8\",\"subject\":\"UTF-8\",\"from\":\"UTF-8\",\"text\":\"UTF-8\"}")
                    + part("SPF", "pass")
                    + "--xYzZY--\r\n",
            "Content-Type",
            "multipart/form-data; boundary=xYzZY",
            "X-Twilio-Email-Event-Webhook-Signature",
            "MEYCIQCewU4BjFaqpjEFbyqifWWcU6CxvPK016pVwd8yH5HCQgIhAOfccvN8p1zB9GBe/hSEnhyEwlNcacupNNTIDOhQF5Ue",
            "X-Twilio-Email-Event-Webhook-Timestamp",
            "1760000000");

    /** Key, timestamp, token and signature of mailgun-php; the mail is made up. */
    public static final Vector MAILGUN_ROUTE = mailgun(
            "Mailgun, route",
            MAILGUN_KEY,
            FORM,
            "recipient=test%40inbound.example.com&sender=envelope-from%40example.org&from=Bob+%3Cbob%40example.org%3E&subject=Hello"
                    + "&body-plain=Hi+there&message-headers=%5B%5B%22Message-Id%22%2C%22%3Cm1%40mail.example.org%3E%22%5D%2C%5B%22From%22"
                    + "%2C%22Bob+%3Cbob%40example.org%3E%22%5D%5D&timestamp=1403645220"
                    + "&token=5egbgr1vjgqxtrnp65xfznchgdccwh5d6i09vijqi3whgowmn6"
                    + "&signature=9cfc5c41582e51246e73c88d34db3af0a3a2692a76fbab81492842f000256d33");

    /** Of Rails' Action Mailbox; the mail is made up. */
    public static final Vector MAILGUN_RAILS = mailgun(
            "Mailgun, MIME",
            RAILS_KEY,
            FORM,
            "timestamp=1539112500&token=7VwW7k6Ak7zcTwoSoNm7aTtbk1g67MKAnsYLfUB7PdszbgR5Xi"
                    + "&signature=ef24c5225322217bb065b80bb54eb4f9206d764e3e16abab07f0a64d1cf477cc"
                    + "&body-mime=From%3A+jason%40example.com%0ASubject%3A+Welcome%0A%0AHi");

    /** Token and time of django-anymail's tests, whose key is this. */
    public static final Vector MAILGUN_REPORT = mailgun(
            "Mailgun, report",
            "TEST_WEBHOOK_SIGNING_KEY",
            JSON,
            "{\"signature\":{\"token\":\"c47468e81de0818af77f3e14a728602a29\",\"timestamp\":\"1534108637\","
                    + "\"signature\":\"c2a18779da33a6b91c210479675d01d71c80567f4d7f14385eeaf93f6720a79a\"},"
                    + "\"event-data\":{\"event\":\"delivered\",\"recipient\":\"recipient@example.com\",\"timestamp\":1534108637.153125}}");

    /** Of Svix's libraries. */
    public static final Vector STANDARD_WEBHOOKS = Vector.of(
            "Any mail source, Standard Webhooks",
            "email",
            Map.of("credentials", Map.of("signing_secret", SVIX_SECRET), "settings", ANY_TIME),
            ROUTE,
            "{\"test\": 2432232314}",
            "Content-Type",
            JSON,
            "webhook-id",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp",
            "1614265330",
            "webhook-signature",
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    private InboundMailVectors() {}

    /** All of them. */
    public static List<Vector> all() {
        return List.of(SENDGRID, MAILGUN_ROUTE, MAILGUN_RAILS, MAILGUN_REPORT, STANDARD_WEBHOOKS);
    }

    private static String part(String name, String value) {
        return "--xYzZY\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static Vector mailgun(String name, String key, String mediaType, String body) {
        return Vector.of(
                name,
                "mailgun",
                Map.of("credentials", Map.of("signing_key", key), "settings", ANY_TIME),
                ROUTE,
                body,
                "Content-Type",
                mediaType);
    }
}
