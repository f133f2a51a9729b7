package io.ticketwire.ingress.mail.mailgun;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.ProviderEventId;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.ContentIds;
import io.ticketwire.ingress.mail.FormFields;
import io.ticketwire.ingress.mail.FormMail;
import io.ticketwire.ingress.mail.MailAddress;
import io.ticketwire.ingress.mail.MailAddresses;
import io.ticketwire.ingress.mail.MailDraft;
import io.ticketwire.ingress.mail.MailEvents;
import io.ticketwire.ingress.mail.MailForm;
import io.ticketwire.ingress.message.Media;
import io.ticketwire.text.JsonText;

/**
 * A mail that a route passes on (https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http):
 * parsed, with its attachments as files (forward) or as URLs (store), or in {@code body-mime} as it came. It is known by its
 * token, for it comes once for every recipient.
 */
final class MailgunRoute {

    private static final Set<String> RAW = Set.of("body-mime");
    private static final int MAX_LINKS = 100;
    private static final Set<String> FIELDS = Set.of(
            "token",
            "event",
            "recipient",
            "sender",
            "from",
            "From",
            "To",
            "Cc",
            "Date",
            "Message-Id",
            "In-Reply-To",
            "References",
            "subject",
            "Subject",
            "body-plain",
            "body-html",
            "stripped-text",
            "message-headers",
            "content-id-map",
            "attachments");

    private final IncomingRequest request;
    private final FormMail mail;
    private final FormFields fields = new FormFields(FIELDS);
    private final List<String> files = new ArrayList<>();
    private final MailDraft draft = new MailDraft();

    MailgunRoute(IncomingRequest request) {
        this.request = request;
        this.mail = new FormMail(request, RAW);
    }

    Reading read(EventBatch events) {
        try {
            MailForm.read(request, this::first);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String event = fields.first("event");
        if (event != null) {
            return new Reading.Nothing(
                    "unknown_event", "Webhooks of before 2018 are not read: " + JsonText.line(event));
        }
        addFields();
        return draft.isEmpty()
                ? new Reading.Nothing("no_mail", "The form has none of the fields of a route")
                : new MailEvents(events).read(draft, mail, ProviderEventId.usable(fields.last("token")), null);
    }

    private void first(MailForm.Part part, InputStream bytes) throws IOException {
        if (mail.isAttachment(part)) {
            files.add(part.name());
        }
        mail.show(part, bytes, draft);
        fields.add(part, bytes);
    }

    private void addFields() {
        for (JsonNode header : fields.json("message-headers")) {
            draft.header(header.path(0).asText(), header.path(1).asText());
        }
        for (String name : List.of("From", "To", "Cc", "Date", "Message-Id", "In-Reply-To", "References", "Subject")) {
            draft.headerIfMissing(name, fields.last(name));
        }
        draft.headerIfMissing("From", fields.last("from"));
        draft.headerIfMissing("Subject", fields.last("subject"));
        String plain = fields.last("body-plain");
        boolean said = plain != null && !plain.isBlank() || fields.last("body-html") != null;
        draft.plain(said ? plain : fields.last("stripped-text")).html(fields.last("body-html"));
        draft.envelope(
                fields.last("sender"),
                MailAddresses.parse(fields.last("recipient")).stream()
                        .map(MailAddress::email)
                        .toList());
        addFiles(contentIds(fields.last("content-id-map")));
    }

    private void addFiles(Map<String, String> contentIds) {
        draft.describe(files, (name, part) -> part.or(null, null, contentIds.get(name)));
        int links = 0;
        for (JsonNode link : fields.json("attachments")) {
            String url = JsonText.text(link.path("url"));
            if (url != null && links++ < MAX_LINKS) {
                draft.link(new Media(
                        url,
                        null,
                        JsonText.line(link.path("content-type")),
                        null,
                        JsonText.line(link.path("name")),
                        ContentIds.of(contentIds.get(url)),
                        link.path("size").isIntegralNumber() ? link.path("size").longValue() : null));
            }
        }
    }

    /** The ids by what they are of. Mailgun writes maps in which a key comes twice, so they are not read as such. */
    private static Map<String, String> contentIds(String map) {
        Map<String, String> ids = new HashMap<>();
        try (JsonParser parser = Json.mapper().createParser(map == null ? "" : map)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && parser.currentName() != null) {
                    ids.put(parser.getText(), parser.currentName());
                }
            }
        } catch (IOException unreadable) {
            // What came before it is of use.
            return ids;
        }
        return ids;
    }
}
