package io.ticketwire.ingress;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads bodies within bounds of size, time and memory of all of them together. A body over its limit is read to its end
 * without being kept, up to a few times the limit, so that the sender sees the answer and not a reset connection.
 */
@ApplicationScoped
public class BodyReader {

    /** A body that is longer than this many times its limit is cut off. */
    private static final int DRAIN_FACTOR = 4;

    private final Vertx vertx;
    private final long limit;
    private final long maxBytes;
    private final long timeoutMillis;
    private final AtomicLong bytes = new AtomicLong();

    BodyReader(Vertx vertx, IngressSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.limit = settings.maxBody().asLongValue();
        this.maxBytes = settings.maxInFlightBytes().asLongValue();
        this.timeoutMillis = settings.bodyTimeout().toMillis();
        Gauge.builder("ticketwire.ingress.in.flight.bytes", bytes, AtomicLong::get)
                .description("Bytes of bodies between their arrival and the answer")
                .register(metrics);
    }

    /** A body, or why there is none. */
    sealed interface Body {
        /** @param bytes to be given back with {@link #release(Body)} */
        record Read(byte[] bytes) implements Body {}

        record Unread(Outcome.Refusal refusal, String detail) implements Body {}
    }

    /** Reads the body of a request; every {@link Body} is to be given back with {@link #release(Body)}. */
    Uni<Body> read(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> new Collection(request, emitter).start());
    }

    /** Gives back the memory of a body. */
    void release(Body body) {
        if (body instanceof Body.Read read) {
            bytes.addAndGet(-read.bytes().length);
        }
    }

    /** One body on its way in; on the event loop of its connection. */
    private final class Collection {
        private final HttpServerRequest request;
        private final UniEmitter<? super Body> emitter;
        private Buffer collected = Buffer.buffer();
        private Outcome.Refusal refusal;
        private long received;
        private long timer;
        private boolean done;

        Collection(HttpServerRequest request, UniEmitter<? super Body> emitter) {
            this.request = request;
            this.emitter = emitter;
        }

        void start() {
            timer = vertx.setTimer(timeoutMillis, ignored -> finish(Outcome.Refusal.TOO_SLOW));
            request.handler(this::chunk)
                    .endHandler(ignored -> finish(refusal))
                    .exceptionHandler(ignored -> finish(Outcome.Refusal.MALFORMED));
            request.resume();
        }

        private void chunk(Buffer chunk) {
            if (done) {
                return;
            }
            received += chunk.length();
            if (refusal == null && received > limit) {
                refuse(Outcome.Refusal.TOO_LARGE);
            }
            if (refusal == null && bytes.addAndGet(chunk.length()) > maxBytes) {
                collected.appendBuffer(chunk);
                refuse(Outcome.Refusal.BUSY);
            }
            if (refusal == null) {
                collected.appendBuffer(chunk);
            } else if (received > DRAIN_FACTOR * limit) {
                request.response().putHeader("Connection", "close");
                finish(refusal);
            }
        }

        private void refuse(Outcome.Refusal reason) {
            refusal = reason;
            bytes.addAndGet(-collected.length());
            collected = Buffer.buffer();
        }

        private void finish(Outcome.Refusal reason) {
            if (done) {
                return;
            }
            done = true;
            vertx.cancelTimer(timer);
            if (reason == null) {
                emitter.complete(new Body.Read(collected.getBytes()));
                return;
            }
            if (refusal == null) {
                refuse(reason);
            }
            emitter.complete(new Body.Unread(reason, detail(reason)));
        }

        private String detail(Outcome.Refusal reason) {
            return switch (reason) {
                case TOO_LARGE -> "The body is larger than " + limit + " bytes";
                case TOO_SLOW -> "The body did not arrive within " + timeoutMillis + " ms";
                case BUSY -> "Too many requests are under way";
                default -> "The body could not be read";
            };
        }
    }
}
