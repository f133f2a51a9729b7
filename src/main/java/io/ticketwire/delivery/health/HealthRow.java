package io.ticketwire.delivery.health;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import io.ticketwire.event.Attempt;
import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Event;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.store.Emission;
import io.ticketwire.platform.TraceParent;

/** An endpoint, as the recorder has locked it. */
record HealthRow(UUID id, String name, String url, HealthPolicy policy, EndpointHealth health) {

    /**
     * The event that tells of a change. Its id follows from the attempt behind it, so that an attempt that is dealt with twice
     * tells no second one.
     */
    Emission emission(HealthChange change) {
        Attempt cause = change.cause();
        Instant time = cause.startedAt().plusMillis(cause.durationMs());
        String name = change.type().type() + ":" + cause.number() + ":"
                + cause.startedAt().toEpochMilli();
        Event event = new Event(
                Ids.of(cause.deliveryId(), name),
                change.type().type(),
                Event.endpointSource(id),
                id.toString(),
                time,
                TraceParent.of(
                        cause.requestHeaders() == null
                                ? null
                                : cause.requestHeaders().get("traceparent")),
                time,
                true,
                Json.bytes(news(change)));
        return new Emission(event, change.type(), null);
    }

    private EndpointNews news(HealthChange change) {
        EndpointHealth after = change.health();
        Attempt cause = change.cause();
        return new EndpointNews(
                new EndpointNews.Endpoint(id, name, host(), after.status().word()),
                change.reason(),
                change.failures(),
                change.since(),
                after.lastSuccessAt(),
                cause.deliveryId(),
                cause.statusCode(),
                cause.error());
    }

    /** Path and query of a webhook's URL are often the only secret that it has. */
    private String host() {
        URI uri = URI.create(url);
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
