package io.ticketwire.ingress.explain;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Json;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.signature.Digest;
import io.ticketwire.ingress.signature.Encoding;
import io.ticketwire.ingress.signature.SignatureHeader;
import io.ticketwire.ingress.signature.Trail;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The same signature over another text, with another key or by another digest. */
final class Alternatives {

    /** Bytes; what is deeply nested grows many times when it is indented. */
    private static final int MAX_INDENTED = 65_536;

    private final Trail.Signed signed;

    Alternatives(Trail.Signed signed) {
        this.signed = signed;
    }

    void addTo(List<String> hints, IncomingRequest request, Connector connector) {
        texts(request, connector).forEach((hint, parts) -> {
            if (!Arrays.deepEquals(parts, signed.parts()) && isRight(signed.header(), parts)) {
                hints.add(hint);
            }
        });
        signed.secrets().forEach(secret -> keys(secret).forEach((hint, key) -> {
            if (key.length > 0 && signed.header().of(key, signed.parts()).equals(signed.given())) {
                hints.add(hint);
            }
        }));
        for (Digest digest : Digest.values()) {
            for (Encoding encoding : Encoding.values()) {
                SignatureHeader other = new SignatureHeader(signed.header().name(), "", false, digest, encoding);
                boolean same = digest == signed.header().digest()
                        && encoding == signed.header().encoding();
                if (!same && isRight(other, signed.parts())) {
                    hints.add("The sender used " + digest + " in " + encoding + "; "
                            + signed.header().digest() + " in "
                            + signed.header().encoding() + " is expected");
                }
            }
        }
    }

    private boolean isRight(SignatureHeader header, byte[][] parts) {
        return signed.secrets().stream()
                .anyMatch(secret -> header.of(secret, parts).equals(signed.given()));
    }

    private Map<String, byte[][]> texts(IncomingRequest request, Connector connector) {
        Map<String, byte[][]> texts = new LinkedHashMap<>();
        byte[] body = request.body();
        String text = new String(body, UTF_8);
        texts.put(
                "The signature is right for the body without white space at its end: it was added on the way, or when the"
                        + " request was captured",
                with(body, text.stripTrailing().getBytes(UTF_8)));
        texts.put(
                "The signature is right for the body with a line feed at its end: it was lost on the way, or when the"
                        + " request was captured",
                with(body, (text + "\n").getBytes(UTF_8)));
        if (JsonBody.of(body) instanceof JsonBody.Parsed parsed) {
            String rewritten =
                    "The signature is right for the same JSON written anew (%s): something between the sender and"
                            + " here parses the body and writes it again";
            texts.put(rewritten.formatted("compact"), with(body, Json.bytes(parsed.root())));
            if (body.length <= MAX_INDENTED) {
                texts.put(
                        rewritten.formatted("indented"),
                        with(body, parsed.root().toPrettyString().getBytes(UTF_8)));
            }
        }
        urls(request, connector, texts);
        texts.put("The signature is right for the body alone", new byte[][] {body});
        return texts;
    }

    private void urls(IncomingRequest request, Connector connector, Map<String, byte[][]> texts) {
        String url = request.url(connector);
        String other = url.startsWith("https:") ? "http:" + url.substring(6) : "https:" + url.substring(5);
        String hint =
                "The signature is right for the URL %s: set the connector's public_url to what is entered at the sender";
        for (String tried : List.of(other, withoutQuery(url), withoutQuery(other), request.origin() + request.uri())) {
            texts.put(hint.formatted(tried), with(url.getBytes(UTF_8), tried.getBytes(UTF_8)));
        }
    }

    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    /** The signed parts, with one of them replaced wherever it stands. */
    private byte[][] with(byte[] part, byte[] other) {
        return Arrays.stream(signed.parts())
                .map(one -> Arrays.equals(one, part) ? other : one)
                .toArray(byte[][]::new);
    }

    /** What a secret may have been taken for. */
    private static Map<String, byte[]> keys(String secret) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        keys.put(
                "The signature is right for the secret without the white space around it: enter it again",
                secret.strip().getBytes(UTF_8));
        String hint =
                "The sender decoded the secret from %s before it signed; it has to be used as the text that it is";
        try {
            keys.put(hint.formatted("base64"), Base64.getDecoder().decode(secret));
        } catch (IllegalArgumentException notBase64) {
            // Then nobody decoded it.
        }
        try {
            keys.put(hint.formatted("hex"), HexFormat.of().parseHex(secret));
        } catch (IllegalArgumentException notHex) {
            // Then nobody decoded it.
        }
        return keys;
    }
}
