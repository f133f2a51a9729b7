package io.ticketwire.platform;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What happens to reads that fail. */
class ConfigurationCopyTest {

    private static final UUID FIRST = new UUID(0, 1);

    private final Vertx vertx = Vertx.vertx();
    private final List<Set<UUID>> reads = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    private final ConfigurationCopy<UUID, UUID> copy =
            new ConfigurationCopy<>("examples", vertx, new Examples(), id -> id, id -> id);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void manyReadsThatFailedAreTriedAgainTogetherAndOnce() {
        copy.refresh().await().atMost(Duration.ofSeconds(10));
        away = true;
        for (int i = 0; i < 20; i++) {
            Uni<Void> read = copy.refresh(new UUID(0, i));
            assertThrows(RuntimeException.class, () -> read.await().atMost(Duration.ofSeconds(10)));
        }
        reads.clear();

        away = false;

        await().untilAsserted(() -> assertEquals(1, reads.size()));
        assertEquals(20, reads.get(0).size());
        await().during(Duration.ofMillis(1_500)).until(() -> reads.size() == 1);
        assertEquals(FIRST, copy.find(FIRST).orElseThrow());
    }

    @Test
    void whatFailsAgainIsTriedAgain() {
        copy.refresh().await().atMost(Duration.ofSeconds(10));
        away = true;
        Uni<Void> read = copy.refresh(FIRST);
        assertThrows(RuntimeException.class, () -> read.await().atMost(Duration.ofSeconds(10)));
        await().until(() -> reads.size() >= 3);

        away = false;

        await().until(() -> copy.find(FIRST).isPresent());
    }

    private final class Examples implements ConfigurationCopy.Rows<UUID> {

        @Override
        public Uni<List<UUID>> all() {
            return Uni.createFrom().item(List.of());
        }

        @Override
        public Uni<List<UUID>> of(Set<UUID> ids) {
            reads.add(Set.copyOf(ids));
            return away
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : Uni.createFrom().item(List.copyOf(ids));
        }
    }
}
