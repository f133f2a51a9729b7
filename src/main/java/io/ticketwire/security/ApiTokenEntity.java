package io.ticketwire.security;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;

import io.ticketwire.platform.Sha256;

/** A row of {@code api_tokens}. */
@Entity
@Table(name = "api_tokens")
public class ApiTokenEntity extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long seq;

    String name;
    String role;
    byte[] hash;
    String hint;

    @Column(name = "created_at")
    Instant createdAt;

    static ApiTokenEntity of(String name, String role, String token) {
        ApiTokenEntity row = new ApiTokenEntity();
        row.id = UUID.randomUUID();
        row.name = name;
        row.role = role;
        row.hash = Sha256.of(token);
        row.hint = SecretHint.of(token);
        row.createdAt = Instant.now();
        return row;
    }

    ApiToken toToken() {
        return new ApiToken(id, role, hash);
    }
}
