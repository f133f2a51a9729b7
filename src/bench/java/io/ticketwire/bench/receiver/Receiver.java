package io.ticketwire.bench.receiver;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

import io.ticketwire.bench.process.CommandServer;
import io.ticketwire.bench.report.Latency;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Somebody who subscribed, on one event loop: answers {@code POST /e/<endpoint>} with 200 at once, or never. Arguments: the
 * port for commands, the port for webhooks.
 */
public final class Receiver {

    /** The secret of every endpoint. */
    public static final String SECRET = "the-benchmark-signs-with-this";

    /** Signatures are all there, and each n-th is verified: the receiver must not be what is measured. */
    private static final int VERIFIED = 50;

    /** A new phase: everything is forgotten, the first {@code hanging} endpoints hang from now on. */
    public record Phase(String run, int hanging) {}

    /** Endpoints from, to (exclusive). */
    public record Range(int from, int to) {}

    /**
     * What has arrived.
     *
     * @param received deliveries, each once
     * @param duplicates arrivals beyond the first of a delivery
     * @param unsigned arrivals whose signature is missing or wrong, at any endpoint
     * @param seconds from the first arrival to the last, at any endpoint
     * @param steadyPerSecond without the first and the last tenth of the arrivals
     */
    public record Summary(
            long received, long duplicates, long unsigned, Latency latency, double seconds, double steadyPerSecond) {}

    private final Context loop;
    private Arrivals arrivals = new Arrivals("");
    private int hanging;
    private int requests;

    private Receiver(Context loop) {
        this.loop = loop;
    }

    public static void main(String[] arguments) throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Receiver receiver = new Receiver(vertx.getOrCreateContext());
        vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[1])))
                .requestHandler(receiver::receive)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        new CommandServer(Integer.parseInt(arguments[0]))
                .on("phase", Phase.class, phase -> receiver.onLoop(() -> receiver.begin(phase)))
                .on("count", Range.class, range -> receiver.onLoop(() -> receiver.arrivals.count(range)))
                .on("summary", Range.class, range -> receiver.onLoop(() -> receiver.arrivals.summary(range)))
                .serve();
    }

    private Phase begin(Phase phase) {
        arrivals = new Arrivals(phase.run());
        hanging = phase.hanging();
        return phase;
    }

    private void receive(HttpServerRequest request) {
        int endpoint = Integer.parseInt(request.path().substring("/e/".length()));
        if (endpoint < hanging) {
            return;
        }
        request.body().onSuccess(body -> {
            Instant now = Instant.now();
            request.response().end();
            arrivals.add(
                    endpoint,
                    UUID.fromString(request.getHeader("X-Webhook-Delivery")),
                    EventMark.in(body),
                    signed(request.getHeader("X-Webhook-Signature"), body),
                    ChronoUnit.MICROS.between(Instant.EPOCH, now));
        });
    }

    private boolean signed(String signature, Buffer body) {
        if (signature == null || ++requests % VERIFIED != 0) {
            return signature != null;
        }
        byte[] expected = Hmac.SHA256.of(SECRET.getBytes(UTF_8), body.getBytes());
        return signature.equals("sha256=" + HexFormat.of().formatHex(expected));
    }

    private <T> T onLoop(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        loop.runOnContext(ignored -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }
}
