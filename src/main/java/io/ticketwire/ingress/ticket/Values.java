package io.ticketwire.ingress.ticket;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.CleanText;

/** Text out of single JSON values, and a note of everything that was there and could not be used. One per reading. */
public final class Values {
    /** Characters of the longest id. */
    public static final int MAX_ID = 255;
    /** Characters of the longest name or word. */
    public static final int MAX_NAME = 255;

    private static final int MAX_WARNINGS = 20;
    private static final int MAX_DIGITS = 300;
    private static final BigDecimal EXACT_DOUBLES = BigDecimal.valueOf(1L << 53);
    private static final Set<String> ABSENT = Set.of("", "-", "null", "none", "n/a", "undefined");
    private static final List<String> UNWRAPPED = List.of(
            "valueCaption",
            "display_value",
            "label",
            "value",
            "name",
            "display_name",
            "displayName",
            "title",
            "text",
            "code",
            "Name",
            "Value");
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{[^{}]*}}|\\$\\{[^{}]*}|\\{%[^%]*%}|<%=?[^%]*%>|%\\{[^{}]*}");

    private final List<String> warnings = new ArrayList<>();

    /** Notes what was seen and not used, as {@code code} or {@code code: field}; at most twenty. */
    public void warn(String warning) {
        if (warnings.size() < MAX_WARNINGS && !warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** What was noted so far. */
    public List<String> warnings() {
        return warnings;
    }

    /** Clean, trimmed text of a text, a number or an object that wraps one; null if absent. */
    public String text(JsonNode value, String field) {
        return scalar(value != null && value.isObject() ? unwrapped(value) : value, field);
    }

    /** As {@link #text}, on one line and no longer than {@code max}. */
    public String line(JsonNode value, String field, int max) {
        String text = text(value, field);
        return text == null ? null : line(text, field, max);
    }

    /** As {@link #line(JsonNode, String, int)}, of text that is clean already. */
    public String line(String text, String field, int max) {
        String line = CleanText.oneLine(text);
        if (line.length() > max) {
            warn("cut: " + field);
        }
        return isAbsent(line) ? null : CleanText.cut(line, max);
    }

    /** An id: text or a whole number, digit by digit; {@code 12.0} is 12. Anything else is no id. */
    public String id(JsonNode value) {
        JsonNode inner =
                value != null && value.isObject() && value.path("value").isValueNode() ? value.get("value") : value;
        String id = scalar(inner, "id");
        if (id == null) {
            return null;
        }
        if (id.length() > MAX_ID) {
            warn("too_long: id");
            return null;
        }
        if (inner.isNumber() && id.indexOf('.') >= 0) {
            warn("not_whole: id");
            return null;
        }
        return id;
    }

    private String scalar(JsonNode value, String field) {
        if (value == null || !value.isTextual() && !value.isNumber()) {
            return null;
        }
        if (value.isNumber()) {
            String number = plainNumber(value);
            if (number == null) {
                warn("unusable_number: " + field);
            }
            return number;
        }
        String text = CleanText.clean(value.textValue()).trim();
        if (isPlaceholder(text)) {
            warn("placeholder: " + field);
            return null;
        }
        return isAbsent(text) ? null : text;
    }

    /** The words that an object wraps, best first, such as {@code {"id":2,"name":"High"}}. */
    public static JsonNode unwrapped(JsonNode object) {
        for (String key : UNWRAPPED) {
            JsonNode inner = object.get(key);
            if (inner != null && (inner.isTextual() && !inner.textValue().isBlank() || inner.isNumber())) {
                return inner;
            }
        }
        return null;
    }

    /** Words that say that there is nothing: "-", "N/A", "null". */
    public static boolean isAbsent(String text) {
        return text.length() < 10 && ABSENT.contains(text.toLowerCase(Locale.ROOT));
    }

    /** A template's variable that nobody filled in: {@code {{ticket.id}}}. */
    public static boolean isPlaceholder(String text) {
        return text.length() > 3
                && text.length() < 500
                && "{$<%".indexOf(text.charAt(0)) >= 0
                && PLACEHOLDER.matcher(text).matches();
    }

    /**
     * A number as digits, without exponent and without loss. Null for what is no number (Infinity), is absurd (1e999999),
     * or was already rounded by whoever parsed it (a double above 2^53).
     */
    public static String plainNumber(JsonNode number) {
        if (number.isBigInteger()) {
            BigInteger whole = number.bigIntegerValue();
            return whole.bitLength() > MAX_DIGITS * 3 ? null : whole.toString();
        }
        if (number.isIntegralNumber()) {
            return number.asText();
        }
        boolean inexact = !number.isBigDecimal();
        if (inexact && !Double.isFinite(number.doubleValue())) {
            return null;
        }
        BigDecimal decimal = inexact ? BigDecimal.valueOf(number.doubleValue()) : number.decimalValue();
        if (decimal.signum() == 0) {
            return "0";
        }
        if (Math.abs((long) decimal.precision() - decimal.scale()) > MAX_DIGITS || decimal.scale() > MAX_DIGITS) {
            return null;
        }
        if (inexact && decimal.abs().compareTo(EXACT_DOUBLES) > 0) {
            return null;
        }
        return decimal.stripTrailingZeros().toPlainString();
    }
}
