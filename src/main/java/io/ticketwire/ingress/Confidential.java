package io.ticketwire.ingress;

import java.util.List;
import java.util.Locale;

/** What of a request may hold a credential, and is not kept with the raw request. Plain searches: this is done for every request. */
final class Confidential {

    private static final List<String> HEADERS = List.of(
            "auth",
            "cookie",
            "signature",
            "token",
            "secret",
            "apikey",
            "api-key",
            "api_key",
            "accesskey",
            "access-key",
            "access_key",
            "password",
            "credential");

    private static final List<String> PARAMETERS =
            List.of("auth", "token", "secret", "sig", "key", "password", "credential");

    private Confidential() {}

    /**
     * Whether the value of a header may be a credential.
     *
     * @param name in lower case
     */
    static boolean header(String name) {
        return containsAny(name, HEADERS);
    }

    /**
     * The path and query with {@code ***} for the value of every parameter that may be a credential. A parameter begins at
     * any {@code ?} or {@code &}, also where none should be, and its value ends at the next {@code &}.
     */
    static String masked(String uri) {
        StringBuilder masked = new StringBuilder(uri.length());
        int kept = 0;
        int from = delimiter(uri, 0);
        while (from < uri.length()) {
            int end = endOr(uri.indexOf('&', from + 1), uri);
            int equals = endOr(uri.indexOf('=', from + 1), uri);
            if (equals >= end) {
                from = end;
            } else if (parameter(uri.substring(from + 1, equals))) {
                masked.append(uri, kept, equals + 1).append("***");
                kept = end;
                from = end;
            } else {
                from = delimiter(uri, equals + 1);
            }
        }
        return masked.append(uri, kept, uri.length()).toString();
    }

    private static boolean parameter(String name) {
        return containsAny(name.toLowerCase(Locale.ROOT), PARAMETERS);
    }

    private static int delimiter(String uri, int from) {
        return Math.min(endOr(uri.indexOf('?', from), uri), endOr(uri.indexOf('&', from), uri));
    }

    private static int endOr(int index, String uri) {
        return index < 0 ? uri.length() : index;
    }

    private static boolean containsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
