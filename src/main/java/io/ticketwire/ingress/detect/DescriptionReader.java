package io.ticketwire.ingress.detect;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.text.AdfText;
import io.ticketwire.ingress.text.CleanText;
import io.ticketwire.ingress.text.PlainText;
import io.ticketwire.ingress.ticket.Times;
import io.ticketwire.ingress.ticket.Values;

/**
 * What the customer wrote first, as plain text. The words of a later comment are not the description: they count only
 * where the payload tells of no event but the ticket's making, and then with a warning.
 */
final class DescriptionReader {
    private static final int MAX = 65_536;
    private static final int MAX_MESSAGES = 50;
    private static final List<String> WRAPPED =
            List.of("plain", "text", "plain_text", "content", "value", "display_value", "html", "body", "raw");
    private static final List<String> BESIDE = List.of("comment", "article", "message", "first_message");
    private static final List<String> CONTAINERS = List.of("data", "items", "threads", "conversation_parts", "nodes");
    /** osTicket's API takes message bodies as RFC 2397 addresses. */
    private static final Pattern DATA_URL = Pattern.compile("^data:text/(html|plain)(?:;charset=[\\w-]{1,20})?,");

    private final Candidate ticket;
    private final Fields fields;
    private final EventWords event;
    private final Values values;
    private final Instant now;

    private DescriptionReader(Candidate ticket, EventWords event, Values values, Instant now) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.event = event;
        this.values = values;
        this.now = now;
    }

    static String read(Candidate ticket, EventWords event, Values values, Instant now) {
        String text = new DescriptionReader(ticket, event, values, now).read();
        if (text != null && text.length() > MAX) {
            values.warn("cut: description");
        }
        return CleanText.cut(text, MAX);
    }

    private String read() {
        String text = first(fields, isPart() ? Synonyms.OWN_DESCRIPTION : Synonyms.DESCRIPTION, false);
        if (text == null) {
            text = first(fields, Synonyms.DESCRIPTION_HTML, true);
        }
        if (text == null && (fields.hasScalar(List.of("subject", "title")))) {
            text = first(fields, List.of("summary"), false);
        }
        if (text == null && !isPart()) {
            text = firstMessage();
            text = text == null ? first(fields, Synonyms.EXCERPT, false) : text;
        }
        return text == null && (event.silent() || event.creation()) ? beside() : text;
    }

    private boolean isPart() {
        return ticket.isPart() || !ticket.isWrapped() && event.part() && !event.creation();
    }

    private String first(Fields at, List<String> keys, boolean html) {
        for (String key : keys) {
            String text = text(at.get(key), html);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private String text(JsonNode value, boolean html) {
        if (value == null) {
            return null;
        }
        if (AdfText.isDocument(value)) {
            return notBlank(AdfText.of(value));
        }
        if (value.isObject()) {
            for (String key : WRAPPED) {
                if (value.path(key).isTextual()) {
                    return text(value.get(key), key.equals("html"));
                }
            }
            return null;
        }
        String raw = value.isTextual() ? values.text(value, "description") : null;
        return raw == null ? null : notBlank(plain(raw, html));
    }

    private static String plain(String raw, boolean html) {
        String adf = AdfText.ofString(raw);
        if (adf != null) {
            return adf;
        }
        Matcher dataUrl = DATA_URL.matcher(raw);
        if (dataUrl.find()) {
            String inner = raw.substring(dataUrl.end());
            return dataUrl.group(1).equals("html") ? PlainText.ofHtml(inner) : PlainText.of(inner);
        }
        return html ? PlainText.ofHtml(raw) : PlainText.of(raw);
    }

    private static String notBlank(String text) {
        return text.isBlank() ? null : text;
    }

    private String firstMessage() {
        for (Fields at : List.of(fields, Fields.of(fields.object().path("_embedded")))) {
            for (String key : Synonyms.MESSAGES) {
                JsonNode message = earliest(list(at.get(key)));
                String text = message == null ? null : messageText(message);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private static JsonNode list(JsonNode value) {
        if (value != null && value.isObject()) {
            for (String key : CONTAINERS) {
                if (value.path(key).isArray()) {
                    return value.get(key);
                }
            }
        }
        return value;
    }

    /** The customer's earliest message, or the first where they bear no time; null if there are only others' ones. */
    private JsonNode earliest(JsonNode messages) {
        JsonNode earliest = null;
        Instant earliestAt = null;
        int left = MAX_MESSAGES;
        for (JsonNode message : messages != null && messages.isArray() ? messages : List.<JsonNode>of()) {
            if (--left < 0) {
                break;
            }
            if (!message.isObject() || MessageSide.isOurs(message)) {
                continue;
            }
            Fields its = Fields.of(message);
            Instant at = Synonyms.CREATED.stream()
                    .map(its::get)
                    .map(value -> Times.of(value, now))
                    .filter(time -> time != null)
                    .findFirst()
                    .orElse(null);
            if (earliest == null || at != null && earliestAt != null && at.isBefore(earliestAt)) {
                earliest = message;
                earliestAt = at;
            }
        }
        return earliest;
    }

    private String messageText(JsonNode message) {
        Fields its = Fields.of(message);
        String text = first(its, Synonyms.DESCRIPTION, false);
        return text == null ? first(its, Synonyms.DESCRIPTION_HTML, true) : text;
    }

    private String beside() {
        for (int i = -1; i < ticket.parents().size(); i++) {
            Fields at = i < 0 ? fields : ticket.parents().get(i);
            for (String key : BESIDE) {
                JsonNode message = at.get(key);
                boolean usable = message != null && message.isObject() && !MessageSide.isOurs(message);
                String text = usable ? messageText(message) : null;
                if (text != null) {
                    values.warn("from_message: description");
                    return text;
                }
            }
        }
        return null;
    }
}
