package io.ticketwire.connector;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

import io.ticketwire.event.Json;
import io.ticketwire.platform.MergePatch;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.security.SecretBox;

/** Connectors in the database. The methods work in the session that is open. */
@ApplicationScoped
public class ConnectorStore {

    private final SecretBox box;
    private final ObjectMapper mapper;

    ConnectorStore(SecretBox box, ObjectMapper mapper) {
        this.box = box;
        this.mapper = mapper;
    }

    /** What the API would make of the request. For those who make connectors without it. */
    public Uni<ConnectorEntity> create(UUID id, ConnectorRequest request) {
        return create(id, ConnectorForm.of(request));
    }

    Uni<ConnectorEntity> create(UUID id, ConnectorForm form) {
        ConnectorEntity row = new ConnectorEntity();
        row.id = id;
        row.createdAt = Instant.now();
        write(row, form);
        return row.persist();
    }

    Uni<ConnectorEntity> find(UUID id) {
        return ConnectorEntity.<ConnectorEntity>findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("connector"));
    }

    Uni<ConnectorEntity> change(UUID id, ObjectNode patch) {
        return find(id).invoke(row -> {
            ConnectorRequest current = ConnectorRequest.of(row, row.secrets(box));
            ConnectorForm form = ConnectorForm.of(MergePatch.apply(mapper, current, patch, ConnectorRequest.class));
            if (!form.type().equals(row.type)) {
                throw ProblemException.field("type", "cannot be changed");
            }
            write(row, form);
        });
    }

    /** When something last came from it and became an event; null if nothing did yet. */
    Uni<Instant> lastReceived(UUID id) {
        return Panache.getSession().chain(session -> session.createNativeQuery(
                        "select received_at from events where connector_id = :id order by seq desc limit 1",
                        Instant.class)
                .setParameter("id", id)
                .getSingleResultOrNull());
    }

    private void write(ConnectorEntity row, ConnectorForm form) {
        row.name = form.name();
        row.type = form.type();
        row.enabled = form.enabled();
        row.syncMode = form.syncMode();
        row.publicUrl = form.publicUrl();
        row.sealedSecrets = form.secrets().seal(box, row.id);
        row.settings = Json.text(form.options());
        row.updatedAt = Instant.now();
    }
}
