package io.ticketwire.ingress.mail.generic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.ContentIds;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailPart;
import io.ticketwire.ingress.mail.MailVisitor;
import io.ticketwire.text.CleanText;
import io.ticketwire.text.JsonText;

/**
 * A mail as JSON. Of its attachments only where their base64 begins is kept; it is read from there, as often as is wanted.
 */
final class JsonMail implements ReadableMail {

    /** Characters of the longest text that is read. Attachments are not read as text. */
    private static final int LONGEST_TEXT = 1 << 22;

    private static final int MAX_ATTACHMENTS = 200;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build());

    private static final Set<String> FIELDS = Set.of(
            "message_id",
            "in_reply_to",
            "references",
            "from",
            "to",
            "cc",
            "subject",
            "text",
            "html",
            "headers",
            "timestamp");

    private static final Set<String> SAID = Set.of("filename", "content_type", "content_id");

    /** Characters of what is kept of those. */
    private static final int LONGEST_SAID = 2_000;

    /** @param at the byte at which its base64 begins */
    private record Base64Attachment(MailPart part, long at) {}

    private final IncomingRequest request;
    private final Map<String, JsonNode> fields = new HashMap<>();
    private final List<Base64Attachment> attachments = new ArrayList<>();

    JsonMail(IncomingRequest request) {
        this.request = request;
    }

    @Override
    public Reading read(EventBatch events, String providerId) {
        MailDraft draft = new MailDraft();
        try {
            if (!parse()) {
                return new Reading.Malformed("The body must be an object in UTF-8");
            }
            addFields(draft);
            show(draft);
        } catch (JsonProcessingException e) {
            return new Reading.Malformed("The body is not JSON that can be read");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Envelope.addTo(draft, request);
        return draft.isEmpty()
                ? new Reading.Nothing("no_mail", "There is no mail in it")
                : new MailEvents(events).read(draft, this::show, providerId, null);
    }

    /** False if it is no object, or not in UTF-8: in any other encoding no place can be told. */
    private boolean parse() throws IOException {
        try (InputStream body = request.content().open();
                JsonParser parser = MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT
                    || parser.currentTokenLocation().getByteOffset() != 0) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (FIELDS.contains(name)) {
                    fields.put(name, BoundedJson.read(parser));
                } else if (name.equals("attachments") && value == JsonToken.START_ARRAY) {
                    attachments(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return parser.nextToken() == null;
        }
    }

    private void attachments(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && attachments.size() < MAX_ATTACHMENTS) {
                attachment(parser);
            } else {
                parser.skipChildren();
            }
        }
    }

    private void attachment(JsonParser parser) throws IOException {
        Map<String, String> said = new HashMap<>();
        long at = -1;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
            if (name.equals("content_base64")) {
                at = text ? parser.currentTokenLocation().getByteOffset() + 1 : -1;
            } else if (text && SAID.contains(name)) {
                said.put(name, CleanText.cut(parser.getText(), LONGEST_SAID));
            }
            parser.skipChildren();
        }
        if (at >= 0) {
            MailPart part = new MailPart(null, null, null, ContentIds.of(said.get("content_id")), false);
            attachments.add(new Base64Attachment(part.or(type(said.get("content_type")), said.get("filename")), at));
        }
    }

    private static String type(String written) {
        return written == null || written.isBlank() ? null : JsonText.line(written.split(";", 2)[0]);
    }

    private void show(MailVisitor visitor) throws IOException {
        for (Base64Attachment attachment : attachments) {
            try (InputStream body = request.content().open()) {
                body.skipNBytes(attachment.at());
                visitor.attachment(attachment.part(), JsonBase64.decoded(body));
            }
        }
    }

    private void addFields(MailDraft draft) {
        JsonNode headers = field("headers");
        headers.properties().forEach(header -> {
            JsonNode value = header.getValue();
            Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
            values.forEach(one -> draft.header(header.getKey(), one.asText()));
        });
        draft.headerIfMissing("Message-ID", JsonText.text(text("message_id")));
        draft.headerIfMissing("In-Reply-To", list("in_reply_to", " "));
        draft.headerIfMissing("References", list("references", " "));
        draft.headerIfMissing("From", list("from", ", "));
        draft.headerIfMissing("To", list("to", ", "));
        draft.headerIfMissing("Cc", list("cc", ", "));
        draft.headerIfMissing("Subject", text("subject"));
        draft.headerIfMissing("Date", JsonText.line(field("timestamp")));
        draft.plain(text("text")).html(text("html"));
    }

    /** One text or several: {@code "a@example.com"}, or as an object {@code {"name":"A","email":"a@example.com"}}. */
    private String list(String name, String separator) {
        JsonNode value = field(name);
        Iterable<JsonNode> values = value.isArray() ? value : List.of(value);
        List<String> texts = new ArrayList<>();
        for (JsonNode one : values) {
            String email = JsonText.line(one.path("email"));
            String label = JsonText.line(one.path("name"));
            if (email != null) {
                texts.add(label == null ? email : "\"" + label.replaceAll("[\"\\\\]", "\\\\$0") + "\" <" + email + ">");
            } else if (one.isTextual()) {
                texts.add(one.textValue());
            }
        }
        return texts.isEmpty() ? null : String.join(separator, texts);
    }

    private String text(String name) {
        return field(name).isTextual() ? field(name).textValue() : "";
    }

    private JsonNode field(String name) {
        return fields.getOrDefault(name, MissingNode.getInstance());
    }
}
