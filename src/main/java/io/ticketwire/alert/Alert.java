package io.ticketwire.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.ticketwire.event.EndpointNews;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.platform.OneLine;

/**
 * Something that administrators are told.
 *
 * @param id of the event behind it
 */
record Alert(UUID id, EventType type, Instant time, EndpointNews news) {

    private static final int LONGEST = 500;

    /** The alert in an event; empty if it is of another kind. Fails if it can't be read. */
    static Optional<Alert> of(Event event) {
        return EventType.of(event.type())
                .filter(EventType.OF_ENDPOINTS::contains)
                .map(type ->
                        new Alert(event.id(), type, event.time(), plain(Json.read(event.data(), EndpointNews.class))));
    }

    private static EndpointNews plain(EndpointNews news) {
        EndpointNews.Endpoint endpoint = news.endpoint();
        return new EndpointNews(
                new EndpointNews.Endpoint(
                        endpoint.id(), plain(endpoint.name()), plain(endpoint.host()), plain(endpoint.status())),
                plain(news.reason()),
                news.consecutiveFailures(),
                news.failingSince(),
                news.lastSuccessAt(),
                news.deliveryId(),
                news.lastStatusCode(),
                plain(news.lastError()));
    }

    /** A public topic is open to other producers. */
    private static String plain(String text) {
        if (text == null) {
            return null;
        }
        String line = OneLine.of(text);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
    }

    /** In one line, for the log. */
    @Override
    public String toString() {
        return "%s: endpoint %s (%s at %s), reason %s, %d failures in a row, since %s, last error %s, event %s"
                .formatted(
                        type.type(),
                        news.endpoint().id(),
                        news.endpoint().name(),
                        news.endpoint().host(),
                        news.reason(),
                        news.consecutiveFailures(),
                        news.failingSince(),
                        news.lastError(),
                        id);
    }
}
