package io.ticketwire.connector;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.ticketwire.platform.ConfigurationCopy;
import io.ticketwire.platform.ConfigurationTable;
import io.ticketwire.security.SecretBox;

/** The connectors of this process's memory: what the request path works from. No more than a second behind the database. */
@ApplicationScoped
public class Connectors implements ConfigurationTable {

    private final ConfigurationCopy<ConnectorEntity, Connector> copy;

    Connectors(Vertx vertx, SecretBox box) {
        this.copy = new ConfigurationCopy<>(table(), vertx, new Rows(), row -> row.id, row -> row.toConnector(box));
    }

    /** The connector of this id, enabled or not. */
    public Optional<Connector> find(UUID id) {
        return copy.find(id);
    }

    /** The enabled connectors of any of the types. */
    public List<Connector> enabled(Set<String> types) {
        return copy.all().stream()
                .filter(connector -> connector.enabled() && types.contains(connector.type()))
                .toList();
    }

    /** Whether the connectors have been read at least once; until then nothing can be said about any. */
    public boolean loaded() {
        return copy.loaded();
    }

    @Override
    public String table() {
        return "connectors";
    }

    @Override
    public Uni<Void> refresh() {
        return copy.refresh();
    }

    @Override
    public Uni<Void> refresh(UUID id) {
        return copy.refresh(id);
    }

    private static final class Rows implements ConfigurationCopy.Rows<ConnectorEntity> {
        @Override
        public Uni<List<ConnectorEntity>> all() {
            return Panache.withSession(() -> ConnectorEntity.listAll());
        }

        @Override
        public Uni<List<ConnectorEntity>> of(Set<UUID> ids) {
            return Panache.withSession(() -> ConnectorEntity.list("id in ?1", ids));
        }
    }
}
