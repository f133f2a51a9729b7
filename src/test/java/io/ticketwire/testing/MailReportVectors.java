package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Of providers that report on mails. Those of SES need a connector whose base URL serves {@link #sesCertificate()} under
 * {@link #SES_CERTIFICATE_PATH}; all of them an open replay window.
 */
public final class MailReportVectors {

    /** The key of all of SendGrid's own libraries' tests (sendgrid-java, EventWebhookTest). */
    public static final String SENDGRID_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g==";

    /** The one that they expect to be refused. */
    public static final String SENDGRID_OTHER_KEY =
            "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqTxd43gyp8IOEto2LdIfjRQrIbsd4SXZkLW6jDutdhXSJCWHw8REntlo7aNDthvj+y7GjUuFDb/R1NGe1OPzpA==";

    public static final Vector SENDGRID = Vector.of(
            "SendGrid, one event",
            "sendgrid",
            Map.of("credentials", Map.of("public_key", SENDGRID_KEY), "settings", Map.of("replay_window", "PT0S")),
            "/api/webhooks/sendgrid",
            "[{\"email\":\"hello@world.com\",\"event\":\"dropped\",\"reason\":\"Bounced Address\","
                    + "\"sg_event_id\":\"ZHJvcC0xMDk5NDkxOS1MUnpYbF9OSFN0T0doUTRrb2ZTbV9BLTA\","
                    + "\"sg_message_id\":\"LRzXl_NHStOGhQ4kofSm_A.filterdrecv-p3mdw1-756b745b58-kmzbl-18-5F5FC76C-9.0\","
                    + "\"smtp-id\":\"<LRzXl_NHStOGhQ4kofSm_A@ismtpd0039p1iad1.sendgrid.net>\",\"timestamp\":1600112492}]\r\n",
            "Content-Type",
            "application/json",
            "X-Twilio-Email-Event-Webhook-Signature",
            "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM=",
            "X-Twilio-Email-Event-Webhook-Timestamp",
            "1600112502");

    /** When SendGrid signed it. */
    public static final Instant SENDGRID_AT = Instant.ofEpochSecond(1_600_112_502);

    /** The topic of the tests of AWS's SDK for Java (sns-message-manager). */
    public static final String SES_TOPIC = "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic";

    public static final String SES_CERTIFICATE_PATH = "/SimpleNotificationService-7506a1e35b36ef5a444dd1a8e7cc3ed8.pem";

    public static final Vector SES_NOTIFICATION = ses("SES, no subject", "notification.json");
    public static final Vector SES_WITH_SUBJECT = ses("SES, with a subject", "notification-with-subject.json");
    public static final Vector SES_V2 = ses("SES, signature version 2", "notification-v2.json");
    public static final Vector SES_SUBSCRIPTION = ses("SES, subscription", "subscription.json");
    public static final Vector SES_UNSUBSCRIPTION = ses("SES, end of a subscription", "unsubscription.json");

    /** When all of SES's were signed, within an hour. */
    public static final Instant SES_AT = Instant.parse("2026-03-06T20:02:26Z");

    private MailReportVectors() {}

    /** Those that need nothing but themselves. */
    public static List<Vector> all() {
        return List.of(SENDGRID);
    }

    /** Those that need a certificate. */
    public static List<Vector> ses() {
        return List.of(SES_NOTIFICATION, SES_WITH_SUBJECT, SES_V2, SES_SUBSCRIPTION, SES_UNSUBSCRIPTION);
    }

    /** What is served under {@link #SES_CERTIFICATE_PATH}. */
    public static String sesCertificate() {
        return file(SES_CERTIFICATE_PATH.substring(1));
    }

    private static Vector ses(String name, String file) {
        Map<String, ?> connector = Map.of(
                "credentials", Map.of("topic_arns", List.of(SES_TOPIC)), "settings", Map.of("replay_window", "PT0S"));
        return Vector.of(
                name, "ses", connector, "/api/webhooks/ses", file(file), "Content-Type", "text/plain; charset=UTF-8");
    }

    private static String file(String name) {
        try {
            return Files.readString(Path.of("src/test/resources/vectors/ses", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
