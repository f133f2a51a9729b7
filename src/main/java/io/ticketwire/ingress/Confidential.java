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

    /** The path and query with {@code ***} for the value of every parameter that may be a credential. */
    static String masked(String uri) {
        int from = uri.indexOf('?');
        if (from < 0) {
            return uri;
        }
        StringBuilder masked = new StringBuilder(uri.length()).append(uri, 0, from);
        while (from < uri.length()) {
            int end = uri.indexOf('&', from + 1);
            end = end < 0 ? uri.length() : end;
            int equals = uri.indexOf('=', from + 1);
            boolean hidden = equals > 0
                    && equals < end
                    && containsAny(uri.substring(from + 1, equals).toLowerCase(Locale.ROOT), PARAMETERS);
            if (hidden) {
                masked.append(uri, from, equals + 1).append("***");
            } else {
                masked.append(uri, from, end);
            }
            from = end;
        }
        return masked.toString();
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
