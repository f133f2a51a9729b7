package io.ticketwire.ingress.message.twilio;

import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * {@code X-Twilio-Signature}, base64 of HMAC-SHA1 with the account's auth token
 * (https://www.twilio.com/docs/usage/webhooks/webhooks-security).
 *
 * <pre>
 * GET            URL
 * POST, a form   URL, then name and value of every parameter of the body, sorted, equal ones once, nothing between
 * POST, JSON     URL, in whose query bodySHA256 is the hash of the body
 * </pre>
 */
final class TwilioSignature {

    private static final SignatureHeader SIGNATURE =
            new SignatureHeader("x-twilio-signature", "", false, Digest.HMAC_SHA1, Encoding.BASE64);
    /** The parameter of the URL that holds the hash of a body that is no form. */
    static final String HASH = "bodySHA256";

    private static final Comparator<FormBody.Parameter> BY_NAME_AND_VALUE =
            Comparator.comparing(FormBody.Parameter::name).thenComparing(FormBody.Parameter::value);

    private TwilioSignature() {}

    static Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        List<String> tokens = connector.credential("auth_token").stream()
                .filter(token -> !token.isEmpty())
                .toList();
        if (tokens.isEmpty()) {
            return trail.refuse("no_secret", "auth token", () -> "The connector has none");
        }
        if (request.method().equals("GET")) {
            return verify(request, connector, tokens, "URL", new byte[0], trail);
        }
        return TwilioProvider.isForm(request)
                ? verifyForm(request, connector, tokens, trail)
                : verifyHashed(request, connector, tokens, trail);
    }

    private static Verification verifyForm(
            IncomingRequest request, Connector connector, List<String> tokens, Trail trail) {
        if (!(FormBody.of(request.body()) instanceof FormBody.Parsed form)) {
            return trail.refuse("malformed", "form", () -> "It has more parameters than are read");
        }
        StringBuilder sorted = new StringBuilder();
        form.parameters().stream().distinct().sorted(BY_NAME_AND_VALUE).forEach(parameter -> sorted.append(
                        parameter.name())
                .append(parameter.value()));
        byte[] parameters = sorted.toString().getBytes(UTF_8);
        return verify(request, connector, tokens, "URL + sorted parameters of the form", parameters, trail);
    }

    private static Verification verifyHashed(
            IncomingRequest request, Connector connector, List<String> tokens, Trail trail) {
        String check = "parameter " + HASH;
        String query = request.query();
        String given = query != null && FormBody.of(query.getBytes(UTF_8)) instanceof FormBody.Parsed parameters
                ? parameters.value(HASH).orElse(null)
                : null;
        if (given == null) {
            return trail.refuse("missing_hash", check, () -> "The body is no form, and the URL does not say its hash");
        }
        String hash = HexFormat.of().formatHex(request.content().sha256());
        if (!MessageDigest.isEqual(
                hash.getBytes(UTF_8), given.toLowerCase(Locale.ROOT).getBytes(UTF_8))) {
            return trail.refuse("mismatch", check, () -> "It is not the SHA-256 of the body");
        }
        trail.pass(check, () -> "It is the SHA-256 of the body");
        return verify(request, connector, tokens, "URL", new byte[0], trail);
    }

    /** Of all spellings of the URL, the one that is right is told of, or else the one that was typed in. */
    private static Verification verify(
            IncomingRequest request,
            Connector connector,
            List<String> tokens,
            String how,
            byte[] parameters,
            Trail trail) {
        String typed = request.url(connector);
        byte[] signed = typed.getBytes(UTF_8);
        for (String url : SignedUrls.of(typed)) {
            byte[] spelling = url.getBytes(UTF_8);
            Verification verification = SIGNATURE.verify(request, tokens, Trail.NONE, how, spelling, parameters);
            if (verification instanceof Verification.Verified) {
                signed = spelling;
            }
        }
        trail.pass(
                "URL",
                () -> "Tried with and without a port"
                        + (connector.publicUrl() == null
                                ? "; if Twilio calls another URL, enter that one as the connector's public_url"
                                : ": the connector's public_url with the query as it was sent"));
        return SIGNATURE.verify(request, tokens, trail, how, signed, parameters);
    }
}
