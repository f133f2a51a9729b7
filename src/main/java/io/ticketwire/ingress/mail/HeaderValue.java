package io.ticketwire.ingress.mail;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A header value with parameters, such as {@code attachment; filename="a.pdf"} (RFC 2045, section 5.1). Parameters may be
 * cut in pieces and name their charset (RFC 2231); a value that is not quoted ends at the next semicolon, blanks or not.
 *
 * @param value in lower case
 * @param parameters by name in lower case, not decoded any further than by RFC 2231
 */
record HeaderValue(String value, Map<String, String> parameters) {

    static final HeaderValue NONE = new HeaderValue("", Map.of());

    private static final int MAX_PARAMETERS = 100;
    private static final Pattern PIECE = Pattern.compile("([^*]+)\\*(\\d{1,3})(\\*?)");

    /** Reads a header; null is empty. */
    static HeaderValue of(String header) {
        if (header == null) {
            return NONE;
        }
        Map<String, String> written = new HashMap<>();
        int at = endOf(header, 0);
        String value = header.substring(0, at).strip().toLowerCase(Locale.ROOT);
        while (at < header.length() && written.size() < MAX_PARAMETERS) {
            int end = endOf(header, at + 1);
            String parameter = header.substring(at + 1, end);
            int equals = parameter.indexOf('=');
            if (equals > 0) {
                String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                written.putIfAbsent(
                        name, unquoted(parameter.substring(equals + 1).strip()));
            }
            at = end;
        }
        return new HeaderValue(value, joined(written));
    }

    /** Null if there is none. */
    String parameter(String name) {
        return parameters.get(name);
    }

    /** The next semicolon that is in no quotes, else the end. Quotes that are never closed are none. */
    private static int endOf(String header, int from) {
        int at = from;
        while (at < header.length() && header.charAt(at) != ';') {
            at = header.charAt(at) == '"' ? closing(header, at) + 1 : at + 1;
        }
        return Math.min(at, header.length());
    }

    /** The quote that closes the one at {@code from}; that one itself if none does. */
    private static int closing(String header, int from) {
        for (int i = from + 1; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '"') {
                return i;
            }
            i = c == '\\' ? i + 1 : i;
        }
        return from;
    }

    private static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"' || value.charAt(value.length() - 1) != '"') {
            return value;
        }
        StringBuilder text = new StringBuilder(value.length());
        for (int i = 1; i < value.length() - 1; i++) {
            char c = value.charAt(i);
            // Of a path as Windows writes it the backslashes stay.
            boolean escape = c == '\\' && i + 1 < value.length() - 1 && "\"\\".indexOf(value.charAt(i + 1)) >= 0;
            text.append(escape ? value.charAt(++i) : c);
        }
        return text.toString();
    }

    private static Map<String, String> joined(Map<String, String> written) {
        Map<String, String> parameters = new HashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new HashMap<>();
        written.forEach((name, value) -> {
            Matcher piece = PIECE.matcher(name);
            if (piece.matches()) {
                // What is not encoded may hold percent signs of its own.
                String encoded = piece.group(3).isEmpty() ? value.replace("%", "%25") : value;
                pieces.computeIfAbsent(piece.group(1), first -> new TreeMap<>())
                        .put(Integer.parseInt(piece.group(2)), encoded);
            } else if (!name.endsWith("*")) {
                parameters.put(name, value);
            }
        });
        pieces.forEach((name, all) -> parameters.put(
                name,
                written.containsKey(name + "*0*")
                        ? decoded(all)
                        : percentDecoded(String.join("", all.values()), null)));
        written.forEach((name, value) -> {
            if (name.endsWith("*") && !PIECE.matcher(name).matches()) {
                parameters.put(name.substring(0, name.length() - 1), decoded(value));
            }
        });
        return parameters;
    }

    private static String decoded(TreeMap<Integer, String> pieces) {
        return decoded(String.join("", pieces.values()));
    }

    /** {@code charset'language'text}, percent encoded. */
    private static String decoded(String extended) {
        int first = extended.indexOf('\'');
        int second = first < 0 ? -1 : extended.indexOf('\'', first + 1);
        return second < 0
                ? percentDecoded(extended, null)
                : percentDecoded(extended.substring(second + 1), extended.substring(0, first));
    }

    private static String percentDecoded(String text, String charset) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '%' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(text.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
            }
        }
        return MailCharsets.decode(bytes.toByteArray(), charset);
    }
}
