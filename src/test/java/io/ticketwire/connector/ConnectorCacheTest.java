package io.ticketwire.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Json;
import io.ticketwire.security.SecretBox;
import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
class ConnectorCacheTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Inject
    Pool pool;

    @Inject
    SecretBox box;

    @Inject
    Connectors connectors;

    @Test
    void aChangeMadeByAnotherProcessArrivesWithinASecond() {
        // given
        UUID id = UUID.randomUUID();
        insert(id);
        Awaitility.await()
                .atMost(A_SECOND)
                .until(() -> connectors.find(id).map(Connector::enabled).orElse(false));
        assertEquals(
                List.of("a secret of some length"),
                connectors.find(id).orElseThrow().webhookSecrets());

        // when
        execute("update connectors set enabled = false where id = $1", Tuple.of(id));

        // then
        Awaitility.await()
                .atMost(A_SECOND)
                .until(() -> !connectors.find(id).orElseThrow().enabled());
        assertEquals(
                0,
                connectors.enabled(Set.of("webhook")).stream()
                        .filter(connector -> connector.id().equals(id))
                        .count());
    }

    @Test
    void aDeletedConnectorIsForgottenWithinASecond() {
        // given
        UUID id = UUID.randomUUID();
        insert(id);
        Awaitility.await().atMost(A_SECOND).until(() -> connectors.find(id).isPresent());

        // when
        execute("delete from connectors where id = $1", Tuple.of(id));

        // then
        Awaitility.await().atMost(A_SECOND).until(() -> connectors.find(id).isEmpty());
    }

    @Test
    void theFeedReconnectsWhenTheDatabaseDropsItsConnection() {
        // given
        execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where query ~ '^(listen|select 1)' and pid <> pg_backend_pid()",
                Tuple.tuple());
        UUID id = UUID.randomUUID();

        // when
        insert(id);

        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .until(() -> connectors.find(id).isPresent());
    }

    private void insert(UUID id) {
        ConnectorSecrets secrets = new ConnectorSecrets(List.of("a secret of some length"), Map.of());
        execute(
                "insert into connectors (id, name, type, enabled, sync_mode, sealed_secrets, settings, created_at, updated_at)"
                        + " values ($1, 'Direct', 'webhook', true, 'webhook', $2, $3, $4, $4)",
                Tuple.of(
                        id,
                        io.vertx.core.buffer.Buffer.buffer(secrets.seal(box, id)),
                        Json.text(new ConnectorOptions(Duration.ofMinutes(5), null, null)),
                        Instant.now().atOffset(java.time.ZoneOffset.UTC)));
    }

    private void execute(String sql, Tuple arguments) {
        pool.preparedQuery(sql).execute(arguments).await().atMost(Duration.ofSeconds(5));
    }
}
