package io.ticketwire.delivery;

import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLException;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

import io.ticketwire.delivery.gate.GateSettings;

/**
 * Sends one request to a URL that somebody typed in. Bounded whatever the other side does: the time-out covers connect,
 * headers and the whole body together, and reading stops at the bound. Redirects are never followed.
 *
 * <p>Works on Vert.x's {@link HttpClient} and not on its WebClient, because a request that is over has to be reset, which
 * the latter does not let one do.
 */
@ApplicationScoped
public class WebhookClient {

    private final Vertx vertx;
    private final HttpClient client;
    private final long maxRead;
    private final int maxKept;

    WebhookClient(Vertx vertx, DeliverySettings settings, GateSettings gates) {
        this.vertx = vertx;
        this.maxRead = settings.maxResponse().asLongValue();
        this.maxKept = (int) settings.keptResponse().asLongValue();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(gates.maxInFlight())
                .setMaxWaitQueueSize(gates.maxInFlight())
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false));
    }

    /** Posts; always completes with an {@link Exchange}, within the time-out. */
    Uni<Exchange> post(URI url, Map<String, String> headers, byte[] body, Duration timeout) {
        return Uni.createFrom().emitter(emitter -> new Call(emitter, timeout).start(url, headers, body));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** One request on its way. All callbacks come on the context that started it. */
    private final class Call {
        private final UniEmitter<? super Exchange> emitter;
        private final Duration timeout;
        private final Buffer kept = Buffer.buffer();
        private final long timer;
        private HttpClientRequest request;
        private long read;
        private boolean over;

        Call(UniEmitter<? super Exchange> emitter, Duration timeout) {
            this.emitter = emitter;
            this.timeout = timeout;
            this.timer = vertx.setTimer(timeout.toMillis(), ignored -> abort(timedOut()));
        }

        void start(URI url, Map<String, String> headers, byte[] body) {
            RequestOptions options = new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setAbsoluteURI(url.toString())
                    .setFollowRedirects(false)
                    .setConnectTimeout(timeout.toMillis());
            headers.forEach(options::putHeader);
            client.request(options).onFailure(this::fail).onSuccess(opened -> send(opened, body));
        }

        private void send(HttpClientRequest opened, byte[] body) {
            request = opened;
            if (over) {
                opened.reset();
                return;
            }
            opened.exceptionHandler(this::fail);
            opened.response().onSuccess(this::receive).onFailure(this::fail);
            opened.end(Buffer.buffer(body));
        }

        private void receive(HttpClientResponse response) {
            response.exceptionHandler(this::fail);
            response.handler(chunk -> {
                read += chunk.length();
                kept.appendBuffer(chunk, 0, Math.min(chunk.length(), Math.max(0, maxKept - kept.length())));
                if (read >= maxRead) {
                    abort(responded(response));
                }
            });
            response.endHandler(ignored -> complete(responded(response)));
        }

        private Exchange responded(HttpClientResponse response) {
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers()
                    .forEach((name, value) -> headers.merge(
                            name.toLowerCase(Locale.ROOT), value, (first, second) -> first + ", " + second));
            return new Exchange.Responded(response.statusCode(), headers, kept.getBytes());
        }

        private Exchange timedOut() {
            return new Exchange.Failed("timeout", "no complete response within " + timeout.toMillis() + " ms");
        }

        private void fail(Throwable failure) {
            complete(new Exchange.Failed(kind(failure), message(failure)));
        }

        private void abort(Exchange exchange) {
            complete(exchange);
            if (request != null) {
                request.reset();
            }
        }

        private void complete(Exchange exchange) {
            if (!over) {
                over = true;
                vertx.cancelTimer(timer);
                emitter.complete(exchange);
            }
        }
    }

    private static String kind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "dns";
            }
            if (cause instanceof SSLException) {
                return "tls";
            }
        }
        return "connection";
    }

    private static String message(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
