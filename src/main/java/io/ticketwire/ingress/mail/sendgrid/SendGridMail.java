package io.ticketwire.ingress.mail.sendgrid;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.FormFields;
import io.ticketwire.ingress.mail.FormMail;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.mail.RawHeaders;
import io.ticketwire.platform.Sha256;
import io.ticketwire.text.JsonText;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The form that Inbound Parse sends: {@code headers}, {@code text}, {@code html} and files, or in {@code email} the mail as it
 * came. The bytes of a field are in the charset that {@code charsets} names; the fields come in any order.
 */
final class SendGridMail {

    private static final Set<String> RAW = Set.of("email");
    private static final Set<String> FIELDS = Set.of(
            "headers",
            "from",
            "to",
            "cc",
            "subject",
            "text",
            "html",
            "envelope",
            "charsets",
            "attachment-info",
            "content-ids");

    private final IncomingRequest request;
    private final FormMail mail;
    private final FormFields fields = new FormFields(FIELDS);
    private final List<String> files = new ArrayList<>();

    /** Over all that is sent, save what stands between: a repeat has another boundary. */
    private final MessageDigest digest = Sha256.digest();

    SendGridMail(IncomingRequest request) {
        this.request = request;
        this.mail = new FormMail(request, RAW);
    }

    Reading read(EventBatch events) {
        MailDraft draft = new MailDraft();
        try {
            MailForm.read(request, (part, bytes) -> first(part, bytes, draft));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addFields(draft);
        if (draft.isEmpty()) {
            return new Reading.Nothing("no_mail", "The form has none of the fields of Inbound Parse");
        }
        return new MailEvents(events)
                .read(draft, mail, null, "form:" + HexFormat.of().formatHex(digest.digest()));
    }

    private void first(MailForm.Part part, InputStream bytes, MailDraft draft) throws IOException {
        digest.update((part.name() + "\n").getBytes(UTF_8));
        InputStream hashed = new DigestInputStream(bytes, digest);
        if (mail.isAttachment(part)) {
            files.add(part.name());
        }
        mail.show(part, hashed, draft);
        fields.add(part, hashed);
        hashed.transferTo(OutputStream.nullOutputStream());
    }

    private void addFields(MailDraft draft) {
        JsonNode charsets = fields.json("charsets");
        draft.headerIfMissing("Subject", text("subject", charsets));
        String headers = fields.last("headers");
        RawHeaders.of(headers == null ? "" : headers).copyTo(draft);
        draft.headerIfMissing("From", text("from", charsets));
        draft.headerIfMissing("To", text("to", charsets));
        draft.headerIfMissing("Cc", text("cc", charsets));
        draft.plain(text("text", charsets)).html(text("html", charsets));
        JsonNode envelope = fields.json("envelope");
        draft.envelope(
                envelope.path("from").isTextual() ? envelope.path("from").textValue() : null,
                texts(envelope.path("to")));
        describeFiles(draft);
    }

    private String text(String field, JsonNode charsets) {
        return fields.last(field, JsonText.line(charsets.path(field)));
    }

    private static List<String> texts(JsonNode value) {
        List<String> texts = new ArrayList<>();
        if (value.isTextual()) {
            texts.add(value.textValue());
        }
        value.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    private void describeFiles(MailDraft draft) {
        JsonNode infos = fields.json("attachment-info");
        Map<String, String> contentIds = new HashMap<>();
        fields.json("content-ids")
                .properties()
                .forEach(id -> contentIds.put(id.getValue().asText(), id.getKey()));
        draft.describe(files, (name, part) -> {
            JsonNode info = infos.path(name);
            return part.or(
                    JsonText.line(info.path("type")),
                    JsonText.line(info.path("filename")),
                    JsonText.line(info.path("content-id")),
                    contentIds.get(name));
        });
    }
}
