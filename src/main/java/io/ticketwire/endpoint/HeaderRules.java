package io.ticketwire.endpoint;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.ticketwire.platform.FieldChecks;

/** Which headers of its own an endpoint may have: none that the connection or the delivery itself speaks by. */
final class HeaderRules {

    private static final int MAX_HEADERS = 20;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}"); // RFC 9110, 5.6.2
    private static final Pattern VALUE = Pattern.compile("[\\t -~]{0,1024}");
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "content-type",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "user-agent",
            "traceparent",
            "tracestate",
            "expect",
            "upgrade",
            "te",
            "trailer",
            "keep-alive");
    private static final List<String> RESERVED_PREFIXES = List.of("x-webhook-", "webhook-", "proxy-");

    private HeaderRules() {}

    static void check(Map<String, String> headers, FieldChecks checks) {
        checks.require(headers.size() <= MAX_HEADERS, "headers", "has more than " + MAX_HEADERS + " entries");
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            String field = "headers." + name;
            checks.require(TOKEN.matcher(name).matches(), field, "is not a valid header name");
            checks.require(!isReserved(name), field, "is reserved");
            checks.require(seen.add(name), field, "is given twice");
            checks.require(
                    value != null && VALUE.matcher(value).matches(),
                    field,
                    "must be a text of at most 1,024 visible ASCII characters");
        });
    }

    private static boolean isReserved(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.contains(lower) || RESERVED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
