package io.ticketwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

/** A gateway as its operators see it: management API, health, metrics. */
public final class GatewayApi {

    static final String TOKEN = "twk_the-benchmark-is-its-own-admin-00000000";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    GatewayApi(String base) {
        this.base = base;
    }

    /** Where a path is. */
    public String url(String path) {
        return base + path;
    }

    /** Creates something; gives its id. */
    public String create(String what, Map<String, ?> fields) {
        HttpResponse<String> response =
                send(request("/api/v1/" + what).POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(fields))));
        if (response.statusCode() != 201) {
            throw new IllegalStateException(what + ": " + response.statusCode() + " " + response.body());
        }
        return Json.tree(response.body()).get("id").textValue();
    }

    /** Deletes everything of this kind. */
    public void deleteAll(String what) {
        JsonNode page =
                Json.tree(send(request("/api/v1/" + what + "?limit=200").GET()).body());
        for (JsonNode item : page.get("items")) {
            send(request("/api/v1/" + what + "/" + item.get("id").textValue()).DELETE());
        }
    }

    /** The sum of all samples of a metric that begin like this, e.g. {@code jvm_memory_used_bytes{area="heap"}; zero if there is none. */
    public double metric(String prefix) {
        return send(request("/q/metrics").GET())
                .body()
                .lines()
                .filter(line -> line.startsWith(prefix))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    boolean ready() {
        try {
            return send(request("/q/health/ready").GET()).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
