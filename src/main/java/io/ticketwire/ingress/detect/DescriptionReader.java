package io.ticketwire.ingress.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ticket.Values;
import io.ticketwire.text.AdfText;
import io.ticketwire.text.CleanText;
import io.ticketwire.text.PlainText;

/**
 * What the customer wrote first, as plain text. The words of a later comment are not the description: they count only
 * where the payload tells of no event but the ticket's making, and then with a warning.
 */
final class DescriptionReader {
    private static final int MAX = 65_536;
    private static final List<String> WRAPPED =
            List.of("plain", "text", "plain_text", "content", "value", "display_value", "html", "body", "raw");
    private static final List<String> BESIDE = List.of("comment", "article", "message", "first_message", "reply");
    /** osTicket's API takes message bodies as RFC 2397 addresses. */
    private static final Pattern DATA_URL = Pattern.compile("^data:text/(html|plain)(?:;charset=[\\w-]{1,20})?,");

    private final Candidate ticket;
    private final Fields fields;
    private final EventWords event;
    private final Values values;
    private final TimeReader times;

    private DescriptionReader(Candidate ticket, EventWords event, TimeReader times, Values values) {
        this.ticket = ticket;
        this.fields = ticket.fields();
        this.event = event;
        this.values = values;
        this.times = times;
    }

    static String read(Candidate ticket, EventWords event, TimeReader times, Values values) {
        String text = new DescriptionReader(ticket, event, times, values).read();
        if (text != null && text.length() > MAX) {
            values.warn("cut: description");
        }
        return CleanText.cut(text, MAX);
    }

    private String read() {
        String text = first(fields, keys(), false);
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

    private List<String> keys() {
        if (isPart()) {
            return Synonyms.OWN_DESCRIPTION;
        }
        boolean messageIsOther = event.part() && !event.creation() || fields.get("description") != null;
        return messageIsOther ? Synonyms.LASTING_DESCRIPTION : Synonyms.DESCRIPTION;
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
                JsonNode message = new FirstMessage(times, event).of(at.get(key));
                String text = message == null ? null : messageText(message);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    private String messageText(JsonNode message, String key) {
        return message.isTextual() && key.equals("reply") ? text(message, false) : messageText(message);
    }

    private String messageText(JsonNode message) {
        if (!message.isObject()) {
            return null;
        }
        Fields its = Fields.of(message);
        String text = first(its, Synonyms.DESCRIPTION, false);
        return text == null ? first(its, Synonyms.DESCRIPTION_HTML, true) : text;
    }

    private String beside() {
        for (int i = -1; i < ticket.ownParents().size(); i++) {
            Fields at = i < 0 ? fields : ticket.ownParents().get(i);
            for (String key : BESIDE) {
                JsonNode message = at.get(key);
                String text = message == null || MessageSide.isOurs(message) ? null : messageText(message, key);
                if (text != null) {
                    values.warn("from_message: description");
                    return text;
                }
            }
        }
        return null;
    }
}
