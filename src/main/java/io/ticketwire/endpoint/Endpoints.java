package io.ticketwire.endpoint;

import java.util.Collection;
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

/** The endpoints of this process's memory: what fan-out and delivery work from. No more than a second behind the database. */
@ApplicationScoped
public class Endpoints implements ConfigurationTable {

    private final ConfigurationCopy<EndpointEntity, Endpoint> copy;

    Endpoints(Vertx vertx, SecretBox box) {
        this.copy = new ConfigurationCopy<>(table(), vertx, new Rows(), row -> row.id, row -> row.toEndpoint(box));
    }

    /** The endpoint of this id, enabled or not. */
    public Optional<Endpoint> find(UUID id) {
        return copy.find(id);
    }

    /** All endpoints, disabled ones too. */
    public Collection<Endpoint> all() {
        return copy.all();
    }

    /** Whether the endpoints have been read at least once; until then nothing can be said about any. */
    public boolean loaded() {
        return copy.loaded();
    }

    @Override
    public String table() {
        return "endpoints";
    }

    @Override
    public Uni<Void> refresh() {
        return copy.refresh();
    }

    @Override
    public Uni<Void> refresh(UUID id) {
        return copy.refresh(id);
    }

    private static final class Rows implements ConfigurationCopy.Rows<EndpointEntity> {
        @Override
        public Uni<List<EndpointEntity>> all() {
            return Panache.withSession(() -> EndpointEntity.listAll());
        }

        @Override
        public Uni<List<EndpointEntity>> of(Set<UUID> ids) {
            return Panache.withSession(() -> EndpointEntity.list("id in ?1", ids));
        }
    }
}
