package io.ticketwire.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Headers whose values people don't get to see: an endpoint's own may hold credentials, and so may a response's. */
public final class ConfidentialHeaders {

    /** Stands for what is not shown. */
    public static final String MASK = "***";

    private static final List<String> CONFIDENTIAL =
            List.of("auth", "cookie", "token", "secret", "key", "password", "credential");

    private ConfidentialHeaders() {}

    /** Whether a header of this name may hold a credential. */
    public static boolean names(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return CONFIDENTIAL.stream().anyMatch(lower::contains);
    }

    /** The same headers for people to see. */
    public static Map<String, String> masked(Map<String, String> headers) {
        Map<String, String> masked = new LinkedHashMap<>(headers);
        masked.replaceAll((name, value) -> names(name) ? MASK : value);
        return masked;
    }
}
