package io.ticketwire.ingress;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mails that are larger than memory takes, and what is left of them when a sender or the disk gives up. */
class BodyReaderTest {

    private static final int LARGE = 3 << 20;

    @TempDir
    Path folder;

    private final Vertx vertx = Vertx.vertx();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BlockingQueue<BodyReader.Body> bodies = new LinkedBlockingQueue<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger over = new AtomicInteger();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void largeMailIsOnDiskUntilItIsAnswered() throws Exception {
        HttpServer server = server("512M", folder);

        try (Socket sender = send(server, LARGE)) {
            BodyReader.Body body = bodies.poll(10, TimeUnit.SECONDS);

            assertInstanceOf(
                    OnDisk.class,
                    assertInstanceOf(BodyReader.Body.Read.class, body).content());
        }
        awaitNothingLeft();
    }

    @Test
    void senderThatHangsUpBehindItsLastByteLeavesNothing() throws Exception {
        HttpServer server = server("512M", folder);

        for (int i = 0; i < 50; i++) {
            send(server, LARGE).close();
        }

        await().until(() -> begun.get() == 50 && over.get() == 50);
        awaitNothingLeft();
    }

    @Test
    void senderThatHangsUpInTheMiddleLeavesNothing() throws Exception {
        HttpServer server = server("512M", folder);

        for (int i = 0; i < 10; i++) {
            Socket sender = new Socket("localhost", server.actualPort());
            write(sender, LARGE, LARGE - 1);
            sender.close();
        }

        await().until(() -> begun.get() == 10 && over.get() == 10);
        awaitNothingLeft();
    }

    @Test
    void mailThatThereIsNoRoomForIsRefusedAsSoonAsItIsRead() throws Exception {
        HttpServer server = server("1M", folder);

        try (Socket sender = send(server, LARGE)) {
            assertEquals(Outcome.Refusal.BUSY, refusal());
        }
        awaitNothingLeft();
    }

    @Test
    void mailThatTheDiskDoesNotTakeIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("no-folder"));
        HttpServer server = server("512M", file);

        try (Socket sender = send(server, LARGE)) {
            assertEquals(Outcome.Refusal.DISK, refusal());
        }
        awaitNothingLeft();
    }

    @Test
    void whatAKilledProcessHasLeftIsDeletedAndNothingElse() throws Exception {
        long gone =
                ProcessHandle.allProcesses().mapToLong(ProcessHandle::pid).max().orElse(1) + 100_000;
        long alive = ProcessHandle.current().parent().orElseThrow().pid();
        Path left = Files.createDirectory(folder.resolve("ticketwire-spool-" + gone + "-1"));
        Files.createFile(left.resolve("half-a-mail"));
        Path ofAnother = Files.createDirectory(folder.resolve("ticketwire-spool-" + alive + "-1"));
        Path foreign = Files.createDirectory(folder.resolve("ticketwire-spool-of-mine"));
        HttpServer server = server("512M", folder);

        try (Socket sender = send(server, LARGE)) {
            assertInstanceOf(BodyReader.Body.Read.class, bodies.poll(10, TimeUnit.SECONDS));
        }

        await().until(() -> Files.notExists(left));
        assertTrue(Files.exists(ofAnother));
        assertTrue(Files.exists(foreign));
    }

    private Outcome.Refusal refusal() throws InterruptedException {
        return assertInstanceOf(BodyReader.Body.Unread.class, bodies.poll(10, TimeUnit.SECONDS))
                .refusal();
    }

    private void awaitNothingLeft() {
        await().untilAsserted(() -> {
            assertEquals(
                    0, metrics.get("ticketwire.ingress.spool.bytes").gauge().value());
            assertEquals(
                    0, metrics.get("ticketwire.ingress.in.flight.bytes").gauge().value());
            assertEquals(0, files());
        });
    }

    private long files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("no-folder"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer server(String maxSpoolBytes, Path spool) {
        IngressSettings settings = Settings.of(
                IngressSettings.class,
                "ticketwire.ingress.spool-dir",
                spool.toString(),
                "ticketwire.ingress.max-spool-bytes",
                maxSpoolBytes);
        BodyReader reader = new BodyReader(vertx, new Spool(vertx, settings, metrics), settings, metrics);
        return vertx.createHttpServer()
                .requestHandler(request -> answer(request, reader))
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** As Quarkus does: who hangs up is not waited for. */
    private void answer(HttpServerRequest request, BodyReader reader) {
        request.pause();
        begun.incrementAndGet();
        Uni<BodyReader.Body> read = reader.read(request, true)
                .chain(body -> Uni.createFrom().item(body).onTermination().invoke(() -> reader.release(body)))
                .onTermination()
                .invoke(over::incrementAndGet);
        Cancellable underWay = read.subscribe().with(body -> {
            bodies.add(body);
            request.response().end();
        });
        request.response().closeHandler(closed -> underWay.cancel());
    }

    private static Socket send(HttpServer server, int size) throws IOException {
        Socket sender = new Socket("localhost", server.actualPort());
        write(sender, size, size);
        return sender;
    }

    private static void write(Socket sender, int announced, int sent) throws IOException {
        OutputStream out = sender.getOutputStream();
        out.write(
                ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + announced + "\r\n\r\n").getBytes(US_ASCII));
        out.write(new byte[sent]);
        out.flush();
    }
}
