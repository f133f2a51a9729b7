package io.ticketwire.ingress.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.junit.jupiter.api.Test;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.AttachmentSink;
import io.ticketwire.ingress.Attachments;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An attachment is stored once, and is there as long as the last event that names it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class StoredAttachmentsTest {

    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Connector CONNECTOR = ConnectorExample.of("mailgun");

    @Inject
    StoredAttachments store;

    @Inject
    AttachmentTable table;

    @Inject
    Pool database;

    private final UUID id = UUID.randomUUID();
    private final byte[] bytes = bytes();

    /** What is attached, once. */
    private record One(UUID id, InputStream bytes) implements Attachments {

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public void writeTo(AttachmentSink sink) throws IOException {
            sink.take(id, "film.mp4", "video/mp4", bytes);
        }
    }

    @Test
    void aSecondCopyIsNotReadAndStaysAsLongAsItsOwnEvent() {
        // given
        assertTrue(store(new ByteArrayInputStream(bytes)));
        age(6);

        // when
        boolean stored = store(unreadable());
        done(table.forget(Instant.now().minus(Duration.ofDays(3))));

        // then
        assertTrue(stored);
        assertArrayEquals(bytes, kept());
    }

    @Test
    void whatACrashHasLeftIsCompletedAndStaysAsLongAsItsOwnEvent() {
        // given
        table.begin(id, CONNECTOR.id(), "film.mp4", "video/mp4");
        table.piece(id, 0, Buffer.buffer(new byte[10]), 10);
        age(6);

        // when
        boolean stored = store(new ByteArrayInputStream(bytes));
        done(table.forget(Instant.now().minus(Duration.ofDays(3))));

        // then
        assertTrue(stored);
        assertArrayEquals(bytes, kept());
    }

    @Test
    void whatACrashHasLeftCounts() {
        // given
        long before = table.total();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes, 0, 600_000), unreadable());

        // when
        boolean stored = store(broken);

        // then two whole pieces are there
        assertFalse(stored);
        assertEquals(before + 2 * 262_144, table.total());
        assertTrue(table.find(id).await().atMost(WAIT).isEmpty());
    }

    @Test
    void copiesAtTheSameTimeAreOne() {
        // when
        List<CompletableFuture<Boolean>> stored = List.of(copy(), copy(), copy(), copy());

        // then
        stored.forEach(one -> assertTrue(one.join()));
        assertArrayEquals(bytes, kept());
    }

    @Test
    void whatIsNamedAgainWhileTheOldIsDeletedStays() {
        // given
        assertTrue(store(new ByteArrayInputStream(bytes)));
        age(6);

        // when the copy is taken in, and not committed yet
        CompletableFuture<Void> forgotten = new CompletableFuture<>();
        database.withTransaction(connection -> connection
                        .preparedQuery("update attachments set stored_at = now() where id = $1")
                        .execute(Tuple.of(id))
                        .invoke(() -> table.forget(Instant.now().minus(Duration.ofDays(3)))
                                .subscribe()
                                .with(forgotten::complete, forgotten::completeExceptionally))
                        .chain(() -> waitsForALock()))
                .await()
                .atMost(WAIT);
        forgotten.orTimeout(20, TimeUnit.SECONDS).join();

        // then
        assertArrayEquals(bytes, kept());
    }

    @Test
    void whatIsTooLargeForOneIsNotTakenFromAnother() {
        // given
        assertTrue(store(new ByteArrayInputStream(bytes)));

        // when
        table.deleteUnlessComplete(id);

        // then
        assertArrayEquals(bytes, kept());
    }

    private CompletableFuture<Boolean> copy() {
        return store.store(CONNECTOR, new One(id, new ByteArrayInputStream(bytes)))
                .subscribeAsCompletionStage();
    }

    private boolean store(InputStream content) {
        return store.store(CONNECTOR, new One(id, content)).await().atMost(WAIT);
    }

    /** Until somebody waits for this attachment. */
    private Uni<Void> waitsForALock() {
        return database.query(
                        "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%attachments%'")
                .execute()
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(Duration.ofMillis(20))
                                .chain(this::waitsForALock));
    }

    private void age(int days) {
        done(database.preparedQuery(
                        "update attachments set stored_at = now() - interval '%d days' where id = $1".formatted(days))
                .execute(Tuple.of(id))
                .replaceWithVoid());
    }

    private byte[] kept() {
        AttachmentTable.Kept kept = table.find(id).await().atMost(WAIT).orElseThrow();
        Buffer all = Buffer.buffer();
        for (int n = 0; all.length() < kept.length(); n++) {
            all.appendBuffer(table.piece(id, n).await().atMost(WAIT).orElseThrow());
        }
        assertEquals(kept.length(), all.length());
        return all.getBytes();
    }

    private static void done(Uni<Void> work) {
        work.await().atMost(WAIT);
    }

    private static InputStream unreadable() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("It must not be read");
            }
        };
    }

    private static byte[] bytes() {
        byte[] bytes = new byte[700_000];
        new Random(4711).nextBytes(bytes);
        return bytes;
    }
}
