package io.ticketwire.ingress.chat.google;

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
import org.jose4j.lang.JoseException;

/**
 * Gets a JWK set over HTTP. The time-out covers all of it, reading stops at the bound, redirects are not followed: whatever
 * is not a set within the bounds is a failure.
 */
final class KeyFetch {

    private final Vertx vertx;
    private final HttpClient client;
    private final long timeoutMillis;
    private final long maxBytes;

    KeyFetch(Vertx vertx, Duration timeout, long maxBytes) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient();
        this.timeoutMillis = timeout.toMillis();
        this.maxBytes = maxBytes;
    }

    /** Fetches when it is subscribed to. */
    Uni<KeySet> get(URI url) {
        return Uni.createFrom().emitter(emitter -> new Fetch(emitter).start(url));
    }

    void close() {
        client.close();
    }

    /** One fetch. What comes after its end is of no effect: an emitter takes only the first. */
    private final class Fetch {
        private final UniEmitter<? super KeySet> emitter;
        private final Buffer body = Buffer.buffer();
        private HttpClientRequest request;
        private long timer;
        private boolean over;

        Fetch(UniEmitter<? super KeySet> emitter) {
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
            if (response.statusCode() != 200) {
                fail(new IOException("status " + response.statusCode()));
                return;
            }
            response.exceptionHandler(this::fail);
            response.handler(piece -> {
                if (!over && body.appendBuffer(piece).length() > maxBytes) {
                    fail(new IOException("more than " + maxBytes + " bytes"));
                }
            });
            response.endHandler(ignored -> complete(response));
        }

        private void complete(HttpClientResponse response) {
            try {
                KeySet keys = KeySet.of(
                        body.toString(),
                        CacheLifetime.of(response.getHeader("Cache-Control"), response.getHeader("Age")));
                end();
                emitter.complete(keys);
            } catch (JoseException noKeys) {
                fail(noKeys);
            }
        }

        private void fail(Throwable failure) {
            end();
            if (request != null) {
                request.reset();
            }
            emitter.fail(failure);
        }

        private void end() {
            over = true;
            vertx.cancelTimer(timer);
        }
    }
}
