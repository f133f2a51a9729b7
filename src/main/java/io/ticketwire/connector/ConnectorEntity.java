package io.ticketwire.connector;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import org.hibernate.annotations.DynamicUpdate;

import io.ticketwire.event.Json;
import io.ticketwire.security.SecretBox;

/** A row of {@code connectors}. */
@Entity
@Table(name = "connectors")
@DynamicUpdate
public class ConnectorEntity extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long seq;

    String name;
    String type;
    boolean enabled;

    @Column(name = "sync_mode")
    String syncMode;

    @Column(name = "public_url")
    String publicUrl;

    @Column(name = "sealed_secrets")
    byte[] sealedSecrets;

    String settings;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** Null if its type has none. */
    String publicUrl() {
        return has(ConnectorType.PUBLIC_URL) ? publicUrl : null;
    }

    /** Less what its type has none of. */
    ConnectorOptions options() {
        ConnectorOptions stored = Json.read(settings, ConnectorOptions.class);
        return new ConnectorOptions(
                has(ConnectorType.REPLAY_WINDOW) ? stored.replayWindow() : null,
                has(ConnectorType.BASE_URL) ? stored.baseUrl() : null,
                has(ConnectorType.CREATE_TICKETS) ? !Boolean.FALSE.equals(stored.createTickets()) : null);
    }

    private boolean has(String field) {
        return ConnectorType.of(type).map(known -> known.has(field)).orElse(false);
    }

    ConnectorSecrets secrets(SecretBox box) {
        return ConnectorSecrets.open(box, id, sealedSecrets);
    }

    /** What the request path works from. */
    Connector toConnector(SecretBox box) {
        ConnectorSecrets secrets = secrets(box);
        return new Connector(
                id,
                name,
                type,
                enabled,
                publicUrl(),
                secrets.webhookSecret(),
                secrets.credentials(),
                options().replayWindow(),
                withoutSlash(options().baseUrl()),
                Boolean.TRUE.equals(options().createTickets()));
    }

    private static String withoutSlash(String url) {
        return url == null ? null : url.replaceFirst("/+$", "");
    }
}
