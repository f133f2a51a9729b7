package io.ticketwire.ingress;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads bodies within bounds of size, time and memory of all of them together. What of a mail is larger than other bodies
 * may be goes to disk. A body over its limit is read to its end without being kept, up to a few times the limit, so that the
 * sender sees the answer and not a reset connection.
 */
@ApplicationScoped
public class BodyReader {

    /** A body that is longer than this many times its limit is cut off. */
    private static final int DRAIN_FACTOR = 4;

    private final Vertx vertx;
    private final Spool spool;
    private final long inMemory;
    private final long maxMail;
    private final long maxBytes;
    private final long timeoutMillis;
    private final long mailTimeoutMillis;
    private final AtomicLong bytes = new AtomicLong();

    BodyReader(Vertx vertx, Spool spool, IngressSettings settings, MeterRegistry metrics) {
        this.vertx = vertx;
        this.spool = spool;
        this.inMemory = settings.maxBody().asLongValue();
        this.maxMail = Math.max(inMemory, settings.maxMailBody().asLongValue());
        this.maxBytes = settings.maxInFlightBytes().asLongValue();
        this.timeoutMillis = settings.bodyTimeout().toMillis();
        this.mailTimeoutMillis = settings.mailBodyTimeout().toMillis();
        Gauge.builder("ticketwire.ingress.in.flight.bytes", bytes, AtomicLong::get)
                .description("Bytes of bodies between their arrival and the answer")
                .register(metrics);
    }

    /** A body, or why there is none. */
    sealed interface Body {
        /** @param content to be given back with {@link #release(Body)} */
        record Read(Content content) implements Body {}

        record Unread(Outcome.Refusal refusal, String detail) implements Body {}
    }

    /**
     * Reads the body of a request; every {@link Body} is to be given back with {@link #release(Body)}.
     *
     * @param mail whether it may be as large as mails are
     */
    Uni<Body> read(HttpServerRequest request, boolean mail) {
        if (request.method() == HttpMethod.GET) {
            return Uni.createFrom().item(new Body.Read(Content.EMPTY));
        }
        return Uni.createFrom().emitter(emitter -> (mail
                        ? new Collection(request, maxMail, mailTimeoutMillis, emitter)
                        : new Collection(request, inMemory, timeoutMillis, emitter))
                .start());
    }

    /** Gives back the memory or the file of a body. */
    void release(Body body) {
        if (!(body instanceof Body.Read read)) {
            return;
        }
        if (read.content() instanceof OnDisk file) {
            spool.giveBack(file.length());
            spool.delete(file.path());
        } else {
            bytes.addAndGet(-read.content().length());
        }
    }

    /** One body on its way in; on the event loop of its connection. */
    private final class Collection {
        private final HttpServerRequest request;
        private final long limit;
        private final long timeout;
        private final UniEmitter<? super Body> emitter;
        private Buffer collected = Buffer.buffer();
        private Spooling spooling;
        private Outcome.Refusal refusal;
        private long received;
        private long timer;
        private boolean done;
        private boolean ended;
        private boolean abandoned;

        Collection(HttpServerRequest request, long limit, long timeout, UniEmitter<? super Body> emitter) {
            this.request = request;
            this.limit = limit;
            this.timeout = timeout;
            this.emitter = emitter;
        }

        void start() {
            timer = vertx.setTimer(timeout, ignored -> finish(Outcome.Refusal.TOO_SLOW));
            request.handler(this::chunk)
                    .endHandler(ignored -> end())
                    .exceptionHandler(ignored -> finish(Outcome.Refusal.MALFORMED));
            emitter.onTermination(() -> abandoned = true);
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
            if (refusal == null && spooling == null && received > inMemory) {
                toDisk();
            }
            if (refusal == null) {
                keep(chunk);
            } else if (received > DRAIN_FACTOR * limit) {
                request.response().putHeader("Connection", "close");
                finish(refusal);
            }
        }

        private void keep(Buffer chunk) {
            if (spooling != null) {
                if (!spooling.take(chunk)) {
                    refuse(Outcome.Refusal.BUSY);
                }
                return;
            }
            collected.appendBuffer(chunk);
            if (bytes.addAndGet(chunk.length()) > maxBytes) {
                refuse(Outcome.Refusal.BUSY);
            }
        }

        private void toDisk() {
            spooling = new Spooling(vertx, spool, request, this::diskFailed);
            spooling.start();
            Buffer first = collected;
            bytes.addAndGet(-first.length());
            collected = Buffer.buffer();
            if (refusal == null) {
                keep(first);
            }
        }

        private void diskFailed() {
            refuse(Outcome.Refusal.DISK);
            if (ended) {
                finish(Outcome.Refusal.DISK);
            }
        }

        private void refuse(Outcome.Refusal reason) {
            refusal = reason;
            bytes.addAndGet(-collected.length());
            collected = Buffer.buffer();
            if (spooling != null) {
                spooling.discard();
            }
        }

        private void end() {
            ended = true;
            if (spooling != null && refusal == null && !done) {
                spooling.finish(this::complete);
            } else {
                finish(refusal);
            }
        }

        private void complete(Content content) {
            if (!done) {
                done = true;
                vertx.cancelTimer(timer);
                if (abandoned) {
                    release(new Body.Read(content));
                } else {
                    emitter.complete(new Body.Read(content));
                }
            }
        }

        private void finish(Outcome.Refusal reason) {
            if (done) {
                return;
            }
            if (reason == null) {
                complete(Content.of(collected.getBytes()));
                return;
            }
            done = true;
            vertx.cancelTimer(timer);
            if (refusal == null) {
                refuse(reason);
            }
            emitter.complete(new Body.Unread(reason, detail(reason)));
        }

        private String detail(Outcome.Refusal reason) {
            return switch (reason) {
                case TOO_LARGE -> "The body is larger than " + limit + " bytes";
                case TOO_SLOW -> "The body did not arrive within " + timeout + " ms";
                case BUSY -> "Too many requests are under way";
                case DISK -> "The body could not be kept; try again";
                default -> "The body could not be read";
            };
        }
    }
}
