package io.ticketwire.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

import io.ticketwire.delivery.gate.GateSettings;
import io.ticketwire.endpoint.Destinations;

/**
 * Sends requests to URLs that somebody typed in. Nothing is sent to an address that was not checked, and whatever the other
 * side does, time and memory are bounded: the time-out covers look-up, connect, headers and the whole body together, and
 * reading stops at the bound. Redirects are never followed.
 *
 * <p>Works on Vert.x's {@link io.vertx.core.http.HttpClient} and not on its WebClient, because a request that is over has to
 * be reset, which the latter does not let one do.
 */
@Startup
@ApplicationScoped
public class WebhookClient {

    private final VertxInternal vertx;
    private final Destinations destinations;
    private final Connections connections;
    private final long maxRead;
    private final int maxKept;

    WebhookClient(Vertx vertx, DeliverySettings settings, GateSettings gates, Destinations destinations) {
        this.vertx = (VertxInternal) vertx;
        this.destinations = destinations;
        this.connections = new Connections(vertx, settings, gates.maxInFlight());
        this.maxRead = settings.maxResponse().asLongValue();
        this.maxKept = (int) settings.keptResponse().asLongValue();
    }

    /** Posts; always completes with an {@link Exchange}, within the time-out. */
    Uni<Exchange> post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        return Uni.createFrom().emitter(emitter -> {
            BodyBeginning answer = new BodyBeginning(maxRead, maxKept);
            new Call(vertx.getOrCreateContext(), destinations, connections, answer, timeout, emitter::complete)
                    .start(url, headers, body);
        });
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
