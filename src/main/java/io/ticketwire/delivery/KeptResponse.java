package io.ticketwire.delivery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ticketwire.endpoint.ConfidentialHeaders;
import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is kept of a response for people to see: less the credentials that the receiver gives out, or sends back to us. */
record KeptResponse(Map<String, String> headers, String body) {

    /** What is shorter is no credential; without it a body might become unreadable. */
    private static final int SHORTEST = 4;

    /**
     * The response less credentials.
     *
     * @param own the endpoint's own headers, as they were sent
     */
    static KeptResponse of(Exchange.Responded response, Map<String, String> own) {
        List<String> credentials = credentials(own);
        Map<String, String> headers = new LinkedHashMap<>(ConfidentialHeaders.masked(response.headers()));
        headers.replaceAll((name, value) -> blanked(value, credentials));
        return new KeptResponse(headers, blanked(text(response.body()), credentials));
    }

    /** Bytes that are no UTF-8 are replaced, and so is NUL, which the database does not take. */
    private static String text(byte[] body) {
        return new String(body, UTF_8).replace('\u0000', '\uFFFD');
    }

    /** The longest first: one may be a part of another. */
    private static List<String> credentials(Map<String, String> own) {
        if (own.isEmpty()) {
            return List.of();
        }
        return own.entrySet().stream()
                .filter(header -> ConfidentialHeaders.names(header.getKey()))
                .map(header -> header.getValue().strip())
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)))
                .flatMap(KeptResponse::spellings)
                .filter(credential -> credential.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** As it is, and as a JSON text has it; some writers escape slashes, too. */
    private static Stream<String> spellings(String value) {
        String quoted = Json.text(value);
        String inJson = quoted.substring(1, quoted.length() - 1);
        return Stream.of(value, inJson, inJson.replace("/", "\\/"));
    }

    private static String blanked(String text, List<String> credentials) {
        String blanked = text;
        for (String credential : credentials) {
            blanked = blanked.replace(credential, ConfidentialHeaders.MASK);
        }
        for (String credential : credentials) {
            blanked = withoutBeginning(blanked, credential);
        }
        return blanked;
    }

    /** A body that was cut off may end within a credential. */
    private static String withoutBeginning(String text, String credential) {
        for (int length = Math.min(credential.length(), text.length()); length >= SHORTEST; length--) {
            if (text.endsWith(credential.substring(0, length))) {
                return text.substring(0, text.length() - length) + ConfidentialHeaders.MASK;
            }
        }
        return text;
    }
}
