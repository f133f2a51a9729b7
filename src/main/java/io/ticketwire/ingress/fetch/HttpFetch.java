package io.ticketwire.ingress.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Gets a small document over HTTP. The time-out covers all of it, reading stops at the bound, redirects are not followed:
 * whatever is not a 200 within the bounds is a failure.
 */
public final class HttpFetch {

    private static final int OK = 200;

    private final Vertx vertx;
    private final HttpClient client;
    private final long timeoutMillis;
    private final long maxBytes;

    /** @param maxBytes a larger document counts as not fetched */
    public HttpFetch(Vertx vertx, Duration timeout, long maxBytes) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.timeoutMillis = timeout.toMillis();
        this.maxBytes = maxBytes;
    }

    /** Fetches when it is subscribed to. */
    public Uni<Fetched> get(URI url) {
        return Uni.createFrom().emitter(emitter -> new Fetch(emitter).start(url));
    }

    /** Ends what is under way. */
    public void close() {
        client.close();
    }

    /** One fetch, on one event loop. Ending it makes a stream fail once more: what comes after the end is of no effect. */
    private final class Fetch {
        private final UniEmitter<? super Fetched> emitter;
        private final Buffer body = Buffer.buffer();
        private HttpClientRequest request;
        private long timer;
        private boolean over;

        Fetch(UniEmitter<? super Fetched> emitter) {
            this.emitter = emitter;
        }

        /** On a context of its own, so that all of it happens on one thread. */
        void start(URI url) {
            vertx.getOrCreateContext().runOnContext(ignored -> {
                timer = vertx.setTimer(timeoutMillis, fired -> fail(new TimeoutException("took too long")));
                client.request(new RequestOptions()
                                .setMethod(HttpMethod.GET)
                                .setAbsoluteURI(url.toString())
                                .setFollowRedirects(false)
                                .setConnectTimeout(timeoutMillis))
                        .onSuccess(this::send)
                        .onFailure(this::fail);
            });
        }

        private void send(HttpClientRequest opened) {
            request = opened;
            if (over) {
                opened.reset();
                return;
            }
            opened.response().onSuccess(this::receive).onFailure(this::fail);
            opened.end();
        }

        private void receive(HttpClientResponse response) {
            response.exceptionHandler(this::fail);
            if (response.statusCode() != OK) {
                fail(new IOException("status " + response.statusCode()));
                return;
            }
            response.handler(piece -> {
                if (!over && body.appendBuffer(piece).length() > maxBytes) {
                    fail(new IOException("more than " + maxBytes + " bytes"));
                }
            });
            response.endHandler(ignored -> complete(response));
        }

        private void complete(HttpClientResponse response) {
            if (!over) {
                end();
                emitter.complete(
                        new Fetched(body.toString(), response.getHeader("Cache-Control"), response.getHeader("Age")));
            }
        }

        private void fail(Throwable failure) {
            if (over) {
                return;
            }
            end();
            emitter.fail(failure);
            if (request != null) {
                request.reset();
            }
        }

        private void end() {
            over = true;
            vertx.cancelTimer(timer);
        }
    }
}
