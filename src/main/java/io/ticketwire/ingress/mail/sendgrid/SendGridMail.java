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
import com.fasterxml.jackson.databind.node.MissingNode;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.FormFields;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.mail.MailVisitor;
import io.ticketwire.ingress.mail.MimeMail;
import io.ticketwire.ingress.mail.RawHeaders;
import io.ticketwire.ingress.text.JsonText;
import io.ticketwire.platform.Sha256;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The form that Inbound Parse sends: {@code headers}, {@code text}, {@code html} and files, or in {@code email} the mail as it
 * came. The bytes of a field are in the charset that {@code charsets} names; the fields come in any order.
 */
final class SendGridMail {

    private static final String RAW = "email";
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
    private final FormFields fields = new FormFields(FIELDS);
    private final List<String> files = new ArrayList<>();

    /** Over all that is sent, save what stands between: a repeat has another boundary. */
    private final MessageDigest digest = Sha256.digest();

    SendGridMail(IncomingRequest request) {
        this.request = request;
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
                .read(draft, this::show, null, "form:" + HexFormat.of().formatHex(digest.digest()));
    }

    private void first(MailForm.Part part, InputStream bytes, MailDraft draft) throws IOException {
        digest.update((part.name() + "\n").getBytes(UTF_8));
        InputStream hashed = new DigestInputStream(bytes, digest);
        if (part.file() && !part.name().equals(RAW)) {
            files.add(part.name());
        }
        show(part, hashed, draft);
        fields.add(part, hashed);
        hashed.transferTo(OutputStream.nullOutputStream());
    }

    private void show(MailVisitor visitor) throws IOException {
        MailForm.read(request, (part, bytes) -> show(part, bytes, visitor));
    }

    private static void show(MailForm.Part part, InputStream bytes, MailVisitor visitor) throws IOException {
        if (part.name().equals(RAW)) {
            MimeMail.read(bytes, visitor);
        } else if (part.file()) {
            visitor.attachment(part.ofMail(), bytes);
        }
    }

    private void addFields(MailDraft draft) {
        JsonNode charsets = json("charsets");
        draft.headerIfMissing("Subject", text("subject", charsets));
        String headers = fields.last("headers");
        RawHeaders.of(headers == null ? "" : headers).copyTo(draft);
        draft.headerIfMissing("From", text("from", charsets));
        draft.headerIfMissing("To", text("to", charsets));
        draft.headerIfMissing("Cc", text("cc", charsets));
        draft.plain(text("text", charsets)).html(text("html", charsets));
        JsonNode envelope = json("envelope");
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
        JsonNode infos = json("attachment-info");
        Map<String, String> contentIds = new HashMap<>();
        json("content-ids")
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

    private JsonNode json(String field) {
        String text = fields.last(field);
        return text != null && JsonBody.of(text.getBytes(UTF_8)) instanceof JsonBody.Parsed parsed
                ? parsed.root()
                : MissingNode.getInstance();
    }
}
