package io.ticketwire.ingress.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.Trail;

/** What people do wrong with signatures, tried one by one: what of it would have made this one right. */
final class Suspicions {

    private static final Map<String, String> HEADERS = headers();

    private Suspicions() {}

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("x-zendesk-webhook-signature", "zendesk");
        headers.put("x-hubspot-signature-v3", "hubspot");
        headers.put("x-hubspot-signature", "hubspot");
        headers.put("x-slack-signature", "slack");
        headers.put("x-hub-signature-256", "whatsapp or webhook");
        headers.put("x-hub-signature", "jira or intercom");
        headers.put("x-webhook-signature", "receive");
        return headers;
    }

    /**
     * Of a request that was refused.
     *
     * @param signed null if it did not come to comparing signatures
     */
    static List<String> of(IncomingRequest request, Connector connector, Trail.Signed signed) {
        List<String> hints = new ArrayList<>();
        if (signed == null) {
            otherHeader(request, connector, hints);
            return hints;
        }
        shape(signed, hints);
        new Alternatives(signed).addTo(hints, request, connector);
        return hints;
    }

    private static void otherHeader(IncomingRequest request, Connector connector, List<String> hints) {
        HEADERS.forEach((header, types) -> {
            if (request.headers().contains(header) && !types.contains(connector.type())) {
                hints.add("The request has the header " + header + ", which is of connectors of the type " + types
                        + "; this one is of the type " + connector.type());
            }
        });
    }

    private static void shape(Trail.Signed signed, List<String> hints) {
        boolean hex = signed.header().encoding() == Encoding.HEX;
        String given = signed.given();
        for (String secret : signed.secrets()) {
            String expected = signed.header().of(secret, signed.parts());
            if (given.equals(expected)) {
                continue;
            }
            if (hex && given.equalsIgnoreCase(expected)) {
                hints.add("The signature is right, but its hex must be in lower case");
            } else if (isMost(given, expected) && expected.startsWith(given)) {
                hints.add("The signature is right as far as it goes, but cut off");
            } else if (given.contains(expected)) {
                hints.add("The signature is right, but something stands before or behind it");
            }
        }
    }

    /** So much of it that nobody gets there by trying: a hint for less would tell one character after the other. */
    private static boolean isMost(String given, String expected) {
        return given.length() * 4 >= expected.length() * 3;
    }
}
