package io.ticketwire.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.impl.ContextInternal;

import io.ticketwire.endpoint.Destination;
import io.ticketwire.endpoint.Destinations;

/**
 * One request on its way:
 *
 * <pre>
 *   look up --refused, no address---------------------------------------> over
 *      |
 *      v   .--not connected, another address left--.
 *   connect <--------------------------------------'  --none left-------> over
 *      |   ^
 *      |   '--a kept connection turns out closed, once--.
 *      v                                                |
 *   send and wait --------------------------------------'  --failed-----> over
 *      |
 *      v
 *   read --complete, at the bound, failed-------------------------------> over
 * </pre>
 *
 * and from anywhere when its time is up. All of it happens on one context.
 */
final class Call {

    private static final long CANCEL = 8; // RFC 9113, section 7
    private static final long REFUSED_STREAM = 7;
    private static final long SLACK_MILLIS = 100;

    private final ContextInternal context;
    private final Destinations destinations;
    private final Connections connections;
    private final BodyBeginning answer;
    private final Duration timeout;
    private final long deadline;
    private final Consumer<Exchange> done;

    private URI url;
    private Map<String, String> headers;
    private Buffer body;
    private List<InetAddress> addresses;
    private Exchange firstFailure;
    private HttpClientRequest request;
    private String doing = "looking up the name";
    private long timer;
    private boolean reused;
    private boolean repeated;
    private boolean responding;
    private boolean over;

    /** @param done is told once, on the context */
    Call(
            ContextInternal context,
            Destinations destinations,
            Connections connections,
            BodyBeginning answer,
            Duration timeout,
            Consumer<Exchange> done) {
        this.context = context;
        this.destinations = destinations;
        this.connections = connections;
        this.answer = answer;
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.done = done;
    }

    void start(URI to, Map<String, String> with, byte[] bytes) {
        url = to;
        headers = with;
        body = Buffer.buffer(bytes);
        context.emit(ignored -> lookUp());
    }

    private void lookUp() {
        timer = context.setTimer(timeout.toMillis(), ignored -> timeOut());
        CompletableFuture<Destination> destination = destinations.of(url);
        if (destination.isDone()) {
            go(destination.join());
        } else {
            destination.thenAccept(found -> context.emit(found, this::go));
        }
    }

    private void go(Destination destination) {
        if (destination instanceof Destination.Refused refused) {
            complete(new Exchange.Refused(refused.reason()));
        } else if (destination instanceof Destination.Unknown unknown) {
            complete(new Exchange.Failed("dns", "the name " + url.getHost() + " " + unknown.reason()));
        } else if (destination instanceof Destination.Allowed allowed) {
            addresses = allowed.addresses();
            connect(0);
        }
    }

    /** To the address of this index, or a later one if that fails. */
    private void connect(int index) {
        if (over) {
            return;
        }
        doing = "connecting";
        connections
                .post(url, addresses.get(index), headers, shareOfTime(index))
                .onSuccess(this::send)
                .onFailure(failure -> {
                    firstFailure = firstFailure == null ? Exchange.Failed.of(failure) : firstFailure;
                    if (index + 1 < addresses.size()) {
                        connect(index + 1);
                    } else {
                        complete(firstFailure);
                    }
                });
    }

    /** A silent address leaves the later ones their share; the last one is ended by the time-out of the whole. */
    private long shareOfTime(int index) {
        long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
        int addressesLeft = addresses.size() - index;
        return addressesLeft == 1 ? left + SLACK_MILLIS : Math.max(1, left / addressesLeft);
    }

    private void send(HttpClientRequest opened) {
        if (over) {
            opened.reset(CANCEL);
            return;
        }
        request = opened;
        reused = connections.reused(opened.connection());
        doing = "waiting for a response";
        opened.exceptionHandler(failure -> fail(opened, failure));
        opened.response().onSuccess(this::receive).onFailure(failure -> fail(opened, failure));
        opened.end(body);
    }

    private void receive(HttpClientResponse response) {
        responding = true;
        doing = "reading the response";
        response.exceptionHandler(failure -> fail(response.request(), failure));
        response.handler(piece -> {
            if (!over && !answer.take(piece)) {
                complete(responded(response));
                response.request().reset(CANCEL);
            }
        });
        response.endHandler(ignored -> {
            complete(responded(response));
            connections.release(response.request().connection());
        });
    }

    /** Several failures may come of one request, and those of the first after the second was sent. */
    private void fail(HttpClientRequest failed, Throwable failure) {
        if (over || failed != request) {
            return;
        }
        if (reused && !responding && !repeated && isStale(failure)) {
            repeated = true;
            request = null;
            connect(0);
        } else {
            complete(Exchange.Failed.of(failure));
        }
    }

    /**
     * Whether the connection may just have been closed for being idle, or the receiver says that it did nothing. It may have
     * done something all the same: the delivery's id is the same again.
     */
    private static boolean isStale(Throwable failure) {
        return failure instanceof HttpClosedException
                || failure instanceof IOException
                || failure instanceof StreamResetException reset && reset.getCode() == REFUSED_STREAM;
    }

    private void timeOut() {
        complete(new Exchange.Failed(
                "timeout", "no complete response within " + timeout.toMillis() + " ms, while " + doing));
        if (request != null) {
            request.reset(CANCEL);
            if (!responding && request.version() == HttpVersion.HTTP_2) {
                // Others would time out on it, too, if it is dead. HTTP/1 is closed by the reset.
                connections.retire(request.connection());
            }
        }
    }

    private Exchange responded(HttpClientResponse response) {
        Map<String, String> received = new LinkedHashMap<>();
        response.headers()
                .forEach((name, value) ->
                        received.merge(name.toLowerCase(Locale.ROOT), value, (first, second) -> first + ", " + second));
        return new Exchange.Responded(response.statusCode(), received, answer.bytes());
    }

    private void complete(Exchange exchange) {
        if (!over) {
            over = true;
            context.owner().cancelTimer(timer);
            done.accept(exchange);
        }
    }
}
