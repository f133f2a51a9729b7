package io.ticketwire.ingress.ticket.hubspot;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.SignedTime;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * HubSpot's three schemes, of which the newest that is given counts alone. See developers.hubspot.com, "Validating requests
 * from HubSpot".
 *
 * <pre>
 * v3  X-HubSpot-Signature-v3   base64 of HMAC-SHA256 with the secret over method + URL + body + time
 * v2  X-HubSpot-Signature      hex of SHA-256 of secret + method + URL + body
 * v1  X-HubSpot-Signature      hex of SHA-256 of secret + body
 * </pre>
 */
final class HubspotSignature {

    private static final SignatureHeader V3 =
            new SignatureHeader("x-hubspot-signature-v3", "", false, Digest.HMAC_SHA256, Encoding.BASE64);
    private static final SignatureHeader V1_OR_V2 =
            new SignatureHeader("x-hubspot-signature", "", false, Digest.SHA256_OF_SECRET_AND_TEXT, Encoding.HEX);
    private static final SignedTime TIME =
            new SignedTime("x-hubspot-request-timestamp", SignedTime.Form.UNIX_MILLISECONDS);
    private static final String VERSION = "x-hubspot-signature-version";

    /** What is decoded in the URL of the third scheme, written so and not otherwise; everything else stays as it was sent. */
    private static final Set<String> DECODED =
            Set.of("%3A", "%2F", "%3F", "%40", "%21", "%24", "%27", "%28", "%29", "%2A", "%2C", "%3B");

    private HubspotSignature() {}

    static boolean isIn(MultiMap headers) {
        return headers.contains(V3.name()) || headers.contains(V1_OR_V2.name());
    }

    static Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> secrets = Stream.concat(
                        connector.webhookSecrets().stream(), connector.credential("client_secret").stream())
                .distinct()
                .toList();
        if (secrets.isEmpty()) {
            return trail.unsigned();
        }
        if (V3.isIn(request)) {
            return verifyV3(request, connector, secrets, trail);
        }
        return V1_OR_V2.isIn(request)
                ? verifyOlder(request, connector, secrets, trail)
                : trail.refuse(
                        "missing",
                        "header " + V3.name(),
                        () -> "The request has neither this header nor " + V1_OR_V2.name());
    }

    private static Verification verifyV3(
            IncomingRequest request, Connector connector, List<String> secrets, Trail trail) {
        Optional<Verification> refusal = TIME.refusal(request, connector, trail);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String url = decoded(request.url(connector));
        explainUrl(request, connector, trail);
        return V3.verify(
                request,
                secrets,
                trail,
                "method + URL + body + timestamp",
                request.method().getBytes(UTF_8),
                url.getBytes(UTF_8),
                request.body(),
                request.header(TIME.header()).getBytes(UTF_8));
    }

    private static Verification verifyOlder(
            IncomingRequest request, Connector connector, List<String> secrets, Trail trail) {
        List<String> versions = request.headers(VERSION);
        String version = versions.isEmpty() ? "v1" : versions.get(0);
        if (versions.size() > 1 || !version.equals("v1") && !version.equals("v2")) {
            return trail.refuse(
                    versions.size() > 1 ? "repeated" : "unknown_version",
                    "header " + VERSION,
                    () -> "It must be v1 or v2, once; v3 has a header of its own, " + V3.name());
        }
        trail.pass("header " + VERSION, () -> versions.isEmpty() ? "Not given: v1 is assumed" : "It is " + version);
        if (version.equals("v1")) {
            return V1_OR_V2.verify(request, secrets, trail, "secret + body", request.body());
        }
        explainUrl(request, connector, trail);
        return V1_OR_V2.verify(
                request,
                secrets,
                trail,
                "secret + method + URL + body",
                request.method().getBytes(UTF_8),
                request.url(connector).getBytes(UTF_8),
                request.body());
    }

    /** Without the query: the whole of it is in the signed text. */
    private static void explainUrl(IncomingRequest request, Connector connector, Trail trail) {
        trail.pass("URL", () -> {
            String url = request.url(connector);
            int query = url.indexOf('?');
            return "Signed is " + request.method() + " of " + (query < 0 ? url : url.substring(0, query) + "?...")
                    + (connector.publicUrl() == null
                            ? "; if HubSpot calls another URL, enter that one as the connector's public_url"
                            : ", the connector's public_url with the query as it was sent");
        });
    }

    private static String decoded(String url) {
        if (url.indexOf('%') < 0) {
            return url;
        }
        StringBuilder decoded = new StringBuilder(url.length());
        for (int i = 0; i < url.length(); i++) {
            boolean code = url.charAt(i) == '%' && DECODED.contains(url.substring(i, Math.min(i + 3, url.length())));
            decoded.append(code ? (char) Integer.parseInt(url, i + 1, i + 3, 16) : url.charAt(i));
            i += code ? 2 : 0;
        }
        return decoded.toString();
    }
}
