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
                String name = decoded(form, from, equals);
                String value = decoded(form, Math.min(equals + 1, end), end);
                if (name == null || value == null) {
                    return new Unreadable("The form has a % without two hexadecimal digits behind it");
                }
                parameters.add(new Parameter(name, value));
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

    /** Null if a percent sign is not followed by two digits. Bytes that are no UTF-8 become U+FFFD. */
    private static String decoded(byte[] form, int from, int end) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - from);
        for (int i = from; i < end; i++) {
            if (form[i] != '%') {
                bytes.write(form[i] == '+' ? ' ' : form[i]);
                continue;
            }
            int high = i + 2 < end ? Character.digit(form[i + 1], 16) : -1;
            int low = i + 2 < end ? Character.digit(form[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        return bytes.toString(UTF_8);
    }
}
