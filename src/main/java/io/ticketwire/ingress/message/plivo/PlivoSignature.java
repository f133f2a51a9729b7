package io.ticketwire.ingress.message.plivo;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.FormBody.Parameter;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Plivo's two schemes, base64 of HMAC-SHA256 with the auth token, of which the newer one that is given counts alone
 * (https://www.plivo.com/docs/messaging/concepts/signature-validation). Each has a header of the account that sends and,
 * behind {@code -Ma}, one of the main account of a sub-account; either may list several signatures.
 *
 * <pre>
 * V3, GET    URL without query ? query, sorted . nonce
 * V3, POST   URL without query ? query, sorted . parameters of the form, sorted . nonce
 * V2         URL without query nonce
 *
 * Sorted: by name and value. In a query a=1&amp;b=2, in a form a1b2. What is empty is left out with the dot behind it, and
 * without a query and parameters the question mark, too.
 * </pre>
 *
 * <p>V2 says nothing of query and body: it tells who called, and no more.
 */
final class PlivoSignature {

    private static final Version V3 = new Version("v3");
    private static final Version V2 = new Version("v2");
    private static final SignatureHeader DIGEST =
            new SignatureHeader(V3.header(), "", false, Digest.HMAC_SHA256, Encoding.BASE64);
    private static final Comparator<Parameter> BY_NAME_AND_VALUE =
            Comparator.comparing(Parameter::name).thenComparing(Parameter::value);

    /** @param name as in the names of its headers */
    private record Version(String name) {

        String header() {
            return "x-plivo-signature-" + name;
        }

        String headerOfMainAccount() {
            return "x-plivo-signature-ma-" + name;
        }

        String nonceHeader() {
            return header() + "-nonce";
        }

        List<String> headers() {
            return List.of(header(), headerOfMainAccount(), nonceHeader());
        }

        boolean isSigned(IncomingRequest request) {
            return !request.headers(header()).isEmpty()
                    || !request.headers(headerOfMainAccount()).isEmpty();
        }

        boolean isIn(IncomingRequest request) {
            return isSigned(request) && !request.headers(nonceHeader()).isEmpty();
        }
    }

    private PlivoSignature() {}

    static Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> tokens = connector.credential("auth_token").stream()
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            return trail.refuse("no_secret", "auth token", () -> "The connector has none");
        }
        if (V3.isIn(request) || V2.isIn(request)) {
            return verify(V3.isIn(request) ? V3 : V2, request, connector, tokens, trail);
        }
        return V3.isSigned(request) || V2.isSigned(request)
                ? trail.refuse("missing_nonce", "header " + V3.nonceHeader(), () -> "A signature without a nonce")
                : trail.refuse("missing", "header " + V3.header(), () -> "Neither this header nor " + V2.header());
    }

    private static Verification verify(
            Version version, IncomingRequest request, Connector connector, List<String> tokens, Trail trail) {
        Optional<String> repeated = version.headers().stream()
                .filter(name -> request.headers(name).size() > 1)
                .findFirst();
        if (repeated.isPresent()) {
            return trail.refuse("repeated", "header " + repeated.get(), () -> "It was sent more than once");
        }
        String nonce = request.header(version.nonceHeader()).strip();
        List<String> given = given(version, request);
        if (nonce.isEmpty() || given.isEmpty()) {
            return trail.refuse("malformed", "header " + version.header(), () -> "Signature or nonce is empty");
        }
        String url = request.url(connector);
        String signed = version == V3 ? v3(request, url) : withoutQuery(url);
        if (signed == null) {
            return trail.refuse("malformed", "parameters", () -> "They are more than are read");
        }
        byte[] text = (signed + (version == V3 ? "." : "") + nonce).getBytes(UTF_8);
        return matches(given, tokens, text)
                ? verified(version, nonce, trail)
                : trail.refuse("mismatch", "header " + version.header(), () -> explained(version, connector));
    }

    private static Verification verified(Version version, String nonce, Trail trail) {
        return version == V3
                ? trail.verified(nonce, "signature", () -> "V3 is right for a token of the connector")
                : trail.senderOnly(nonce, "signature", () -> "V2 is right, but does not sign what the request says");
    }

    private static List<String> given(Version version, IncomingRequest request) {
        List<String> given = new ArrayList<>();
        for (String name : List.of(version.header(), version.headerOfMainAccount())) {
            for (String list : request.headers(name)) {
                for (String signature : list.split(",")) {
                    given.add(signature.strip());
                }
            }
        }
        given.removeIf(String::isEmpty);
        return given;
    }

    private static boolean matches(List<String> given, List<String> tokens, byte[] text) {
        boolean matches = false;
        for (String token : tokens) {
            byte[] expected = DIGEST.of(token, text).getBytes(UTF_8);
            for (String signature : given) {
                // All of them, in constant time: how long a refusal takes must not tell how much was right.
                matches |= MessageDigest.isEqual(expected, signature.getBytes(UTF_8));
            }
        }
        return matches;
    }

    /** Null if there are more parameters than are read. */
    private static String v3(IncomingRequest request, String url) {
        String query = request.query() == null ? "" : request.query();
        boolean get = request.method().equals("GET");
        if (!(FormBody.of(query.getBytes(UTF_8)) instanceof FormBody.Parsed inUrl)
                || !(FormBody.of(get ? new byte[0] : request.body()) instanceof FormBody.Parsed inBody)) {
            return null;
        }
        String sortedQuery = sorted(inUrl.parameters(), "=", "&");
        String sortedForm = sorted(inBody.parameters(), "", "");
        String mark = sortedQuery.isEmpty() && sortedForm.isEmpty() ? "" : "?";
        String dot = sortedQuery.isEmpty() || sortedForm.isEmpty() ? "" : ".";
        return withoutQuery(url) + mark + sortedQuery + dot + sortedForm;
    }

    private static String sorted(List<Parameter> parameters, String equals, String between) {
        return parameters.stream()
                .sorted(BY_NAME_AND_VALUE)
                .map(parameter -> parameter.name() + equals + parameter.value())
                .collect(Collectors.joining(between));
    }

    private static String withoutQuery(String url) {
        return url.split("[?#]", 2)[0];
    }

    private static String explained(Version version, Connector connector) {
        return "No signature of the " + version.name() + " header is right for the token(s)"
                + (connector.publicUrl() == null
                        ? "; if Plivo calls another URL, enter that one as the connector's public_url"
                        : " and the connector's public_url");
    }
}
