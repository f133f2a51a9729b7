package io.ticketwire.ingress.explain;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import io.vertx.core.MultiMap;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Texts;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A captured request as the ingress would have received it. */
final class RawRequestReader {

    private static final int MAX_HEADERS = 200;

    private final ExplainRequest given;
    private final Connector connector;
    private final int maxBody;
    private final FieldChecks checks = new FieldChecks();

    RawRequestReader(ExplainRequest given, Connector connector, int maxBody) {
        this.given = given;
        this.connector = connector;
        this.maxBody = maxBody;
    }

    /**
     * Ends the request, naming each field that is wrong.
     *
     * @param origin by which senders reach us, if the captured request does not say
     */
    IncomingRequest read(String origin) {
        byte[] body = body();
        MultiMap headers = headers();
        URI url = url();
        Instant receivedAt = given.receivedAt() == null
                ? Instant.now()
                : checks.time("received_at", given.receivedAt()).orElse(Instant.EPOCH);
        checks.done();
        return new IncomingRequest(
                given.method() == null ? "POST" : given.method().toUpperCase(Locale.ROOT),
                url.getScheme() == null ? origin : url.getScheme() + "://" + url.getRawAuthority(),
                pathAndQuery(url),
                mediaType(headers.get("content-type")),
                headers,
                Content.of(body),
                receivedAt.truncatedTo(ChronoUnit.MICROS));
    }

    private byte[] body() {
        checks.require(
                given.body() == null || given.bodyBase64() == null, "body", "and body_base64 exclude each other");
        byte[] body = new byte[0];
        try {
            body = given.bodyBase64() == null
                    ? (given.body() == null ? "" : given.body()).getBytes(UTF_8)
                    : Base64.getDecoder().decode(given.bodyBase64());
        } catch (IllegalArgumentException notBase64) {
            checks.refuse("body_base64", "must be base64 (RFC 4648, section 4)");
        }
        checks.require(body.length <= maxBody, "body", "has more bytes than the ingress takes: " + maxBody);
        return body;
    }

    private MultiMap headers() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        Map<String, Texts> all = given.headers() == null ? Map.of() : given.headers();
        checks.require(all.size() <= MAX_HEADERS, "headers", "are more than " + MAX_HEADERS);
        all.forEach((name, values) -> {
            if (values != null) {
                values.all().stream().filter(value -> value != null).forEach(value -> headers.add(name.trim(), value));
            }
        });
        return headers;
    }

    private URI url() {
        String url = given.url() == null ? "/api/webhooks/connectors/" + connector.id() : given.url();
        try {
            URI uri = URI.create(url);
            checks.require(
                    uri.isAbsolute() ? uri.getRawAuthority() != null : url.startsWith("/"),
                    "url",
                    "must be absolute, or begin with a slash");
            return uri;
        } catch (IllegalArgumentException malformed) {
            checks.refuse("url", "must be a URL");
            return URI.create("/");
        }
    }

    private static String pathAndQuery(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    private static String mediaType(String header) {
        return header == null || header.isBlank()
                ? null
                : header.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }
}
