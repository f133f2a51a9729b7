package io.ticketwire.ingress;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A body or a query read as {@code application/x-www-form-urlencoded} (WHATWG URL Standard, section 5). */
public sealed interface FormBody {

    /** More parameters than any known sender has. */
    int MAX_PARAMETERS = 1_000;

    record Parameter(String name, String value) {}

    /** @param parameters in the order of the body */
    record Parsed(List<Parameter> parameters) implements FormBody {

        /** The value of the first parameter of this name. */
        public Optional<String> value(String name) {
            return parameters.stream()
                    .filter(parameter -> parameter.name().equals(name))
                    .map(Parameter::value)
                    .findFirst();
        }
    }

    /** @param why for the sender */
    record Unreadable(String why) implements FormBody {}

    /** Reads a body or the raw query of a URL; never throws. */
    static FormBody of(byte[] form) {
        List<Parameter> parameters = new ArrayList<>();
        int from = 0;
        while (from < form.length) {
            int end = indexOf(form, '&', from, form.length);
            if (end > from) {
                if (parameters.size() == MAX_PARAMETERS) {
                    return new Unreadable("The form has more than " + MAX_PARAMETERS + " parameters");
                }
                int equals = indexOf(form, '=', from, end);
                parameters.add(
                        new Parameter(decoded(form, from, equals), decoded(form, Math.min(equals + 1, end), end)));
            }
            from = end + 1;
        }
        return new Parsed(parameters);
    }

    private static int indexOf(byte[] form, char wanted, int from, int end) {
        int at = from;
        while (at < end && form[at] != wanted) {
            at++;
        }
        return at;
    }

    /** A percent sign without two digits behind it is a percent sign. Bytes that are no UTF-8 become U+FFFD. */
    private static String decoded(byte[] form, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - from);
        for (int i = from; i < end; i++) {
            int code = form[i] == '%' && i + 2 < end ? code(form[i + 1], form[i + 2]) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                bytes.write(form[i] == '+' ? ' ' : form[i]);
            }
        }
        return bytes.toString(UTF_8);
    }

    /** Negative if one of them is no digit. */
    private static int code(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first << 4 | second;
    }
}
