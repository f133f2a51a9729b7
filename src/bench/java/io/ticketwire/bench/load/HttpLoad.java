package io.ticketwire.bench.load;

import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.HdrHistogram.Histogram;

import io.ticketwire.bench.report.Latency;
import io.ticketwire.platform.Hmac;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signed callbacks of a platform, on one event loop. */
final class HttpLoad {

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));

    /** Sends what a platform has to tell. */
    Generator.Answered run(Generator.Callbacks load, Platform platform) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(load.connections())
                .setMaxWaitQueueSize(-1)
                .setTcpNoDelay(true));
        try {
            return new Phase(client, vertx.getOrCreateContext(), load, platform).run();
        } finally {
            client.close();
        }
    }

    /** One load; its state is confined to the event loop. */
    private final class Phase {
        private final HttpClient client;
        private final Context loop;
        private final Generator.Callbacks load;
        private final Platform platform;
        private final RequestOptions request;
        private final Histogram micros = new Histogram(3);
        private final CompletableFuture<Void> over = new CompletableFuture<>();
        private final long start = System.nanoTime();
        private final long end;
        private long underWay;
        private long failed;
        private boolean allSent;

        Phase(HttpClient client, Context loop, Generator.Callbacks load, Platform platform) {
            this.client = client;
            this.loop = loop;
            this.load = load;
            this.platform = platform;
            this.request = new RequestOptions().setAbsoluteURI(load.url()).setMethod(HttpMethod.POST);
            this.end = start + TimeUnit.SECONDS.toNanos(load.seconds());
        }

        Generator.Answered run() {
            if (load.perSecond() > 0) {
                Pace.run(load.perSecond(), load.seconds(), intended -> loop.runOnContext(ignored -> send(intended)));
                loop.runOnContext(ignored -> finish());
            } else {
                for (int i = 0; i < load.connections(); i++) {
                    loop.runOnContext(ignored -> sendAgain());
                }
            }
            over.join();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Generator.Answered(micros.getTotalCount(), failed, seconds, Latency.ofMicros(micros));
        }

        private void sendAgain() {
            if (System.nanoTime() < end) {
                send(Pace.nowMicros());
            } else {
                finish();
            }
        }

        private void finish() {
            allSent = true;
            if (underWay == 0) {
                over.complete(null);
            }
        }

        private void send(long intended) {
            underWay++;
            Platform.Callback callback = platform.next(intended);
            Buffer body = Buffer.buffer(callback.body());
            client.request(request)
                    .onSuccess(open -> callback.headers().forEach(open::putHeader))
                    .compose(open -> open.putHeader("Content-Type", "application/json")
                            .putHeader(platform.signatureHeader(), signature(body))
                            .send(body))
                    .compose(response -> response.body().map(ignored -> response.statusCode() == 200))
                    .onComplete(answer -> answered(intended, answer.succeeded() && answer.result()));
        }

        private void answered(long intended, boolean fine) {
            underWay--;
            if (fine) {
                micros.recordValue(Math.max(0, Pace.nowMicros() - intended));
            } else {
                failed++;
            }
            if (load.perSecond() <= 0) {
                sendAgain();
            } else if (allSent) {
                finish();
            }
        }

        private String signature(Buffer body) {
            return "sha256="
                    + HexFormat.of().formatHex(Hmac.SHA256.of(load.secret().getBytes(UTF_8), body.getBytes()));
        }
    }
}
