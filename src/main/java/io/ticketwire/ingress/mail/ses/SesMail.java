package io.ticketwire.ingress.mail.ses;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailSource;
import io.ticketwire.ingress.mail.MimeMail;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A mail to us that a receipt rule of SES hands to SNS, up to 150 KB of it, as it is or in base64
 * (https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-contents.html). A rule that stores mails in S3 only
 * tells of them: then there is nothing to read.
 */
record SesMail(JsonNode json) {

    static final String KIND = "Received";

    /** Whether the mail itself is in it. */
    boolean isWhole() {
        return json.path("content").isTextual();
    }

    Reading read(EventBatch events) {
        byte[] mail = content();
        MailSource source = visitor -> MimeMail.read(new ByteArrayInputStream(mail), visitor);
        MailDraft draft = new MailDraft();
        try {
            source.read(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> recipients = new ArrayList<>();
        json.path("receipt").path("recipients").forEach(recipient -> recipients.add(JsonText.line(recipient)));
        draft.envelope(JsonText.line(json.path("mail").path("source")), recipients);
        return draft.isEmpty()
                ? new Reading.Nothing("no_mail", "There is no mail in it")
                : new MailEvents(events)
                        .read(
                                draft,
                                source,
                                ProviderEventId.of(json.path("mail").path("messageId")),
                                null);
    }

    private byte[] content() {
        String content = json.path("content").textValue();
        boolean encoded =
                json.path("receipt").path("action").path("encoding").asText().equalsIgnoreCase("BASE64");
        try {
            return encoded ? Base64.getMimeDecoder().decode(content) : content.getBytes(UTF_8);
        } catch (IllegalArgumentException noBase64) {
            return content.getBytes(UTF_8);
        }
    }
}
