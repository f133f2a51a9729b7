package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A running Ticketwire as its users see it: over HTTP. */
public final class Gateway {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    /** @param base e.g. {@code http://localhost:8081} */
    public Gateway(String base, String token) {
        this.base = base;
        this.token = token;
    }

    /** Creates a connector; gives its id. */
    public String connector(String type, String secret) {
        Map<String, Object> connector = secret == null
                ? Map.of("name", "Acme " + type, "type", type)
                : Map.of("name", "Acme " + type, "type", type, "webhook_secret", secret);
        return created("/api/v1/connectors", connector).get("id").textValue();
    }

    /** Creates a connector of this type; {@code more} is what its request has besides. Gives its id. */
    public String connectorOf(String type, Map<String, ?> more) {
        Map<String, Object> connector = new HashMap<>(Map.of("name", "Acme " + type, "type", type));
        connector.putAll(more);
        return created("/api/v1/connectors", connector).get("id").textValue();
    }

    /** Creates an endpoint for these events; gives what the API answers. */
    public JsonNode endpoint(Receiver receiver, Map<String, ?> more) {
        Map<String, Object> endpoint = new HashMap<>(Map.of("name", "Test", "url", receiver.url()));
        endpoint.putAll(more);
        return created("/api/v1/endpoints", endpoint);
    }

    private JsonNode created(String path, Object body) {
        HttpResponse<String> response = send(api(path).POST(json(body)));
        if (response.statusCode() != 201) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return Json.tree(response.body());
    }

    /** Reads from the management API. */
    public JsonNode get(String path) {
        return Json.tree(send(api(path).GET()).body());
    }

    /** Reads bytes from the management API. */
    public HttpResponse<byte[]> download(String path) {
        return send(api(path).GET(), BodyHandlers.ofByteArray());
    }

    /** Posts to the management API. */
    public HttpResponse<String> post(String path, Object body) {
        return send(api(path).POST(json(body)));
    }

    /** Posts to the management API under a key that makes it happen once. */
    public HttpResponse<String> post(String path, Object body, String idempotencyKey) {
        return send(api(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
    }

    /** Changes by the management API. */
    public HttpResponse<String> patch(String path, Object body) {
        return send(api(path).method("PATCH", json(body)));
    }

    /** Deletes by the management API. */
    public HttpResponse<String> delete(String path) {
        return send(api(path).DELETE());
    }

    /** Reads without a token. */
    public HttpResponse<String> anonymous(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** A callback for a connector, as a platform sends it; headers in pairs. */
    public HttpResponse<String> callback(String connectorId, byte[] body, String... headers) {
        return call("POST", "/api/webhooks/connectors/" + connectorId, body, headers);
    }

    /** Any request, without a token; headers in pairs. */
    public HttpResponse<String> call(String method, String pathAndQuery, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + pathAndQuery))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** A callback with a JSON body. */
    public HttpResponse<String> callback(String connectorId, String body) {
        return callback(connectorId, body.getBytes(UTF_8), "Content-Type", "application/json");
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(Json.bytes(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.timeout(PATIENCE).build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
