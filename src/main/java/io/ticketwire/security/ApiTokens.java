package io.ticketwire.security;

import java.security.MessageDigest;
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
import io.ticketwire.platform.Sha256;

/** The tokens of this process's memory. No more than a second behind the database. */
@ApplicationScoped
public class ApiTokens implements ConfigurationTable {

    /** Who shows a token, and what they may do. */
    record Bearer(String principal, String role) {}

    private final ConfigurationCopy<ApiTokenEntity, ApiToken> copy;
    private final Optional<byte[]> adminToken;
    private final BootstrapToken bootstrap;

    ApiTokens(Vertx vertx, SecuritySettings settings, BootstrapToken bootstrap) {
        this.copy = new ConfigurationCopy<>(table(), vertx, new Rows(), row -> row.id, ApiTokenEntity::toToken);
        this.adminToken = settings.admin().token().map(Sha256::of);
        this.bootstrap = bootstrap;
    }

    /** Who this token belongs to. Takes equally long whichever token it is. */
    Optional<Bearer> find(String token) {
        byte[] hash = Sha256.of(token);
        Bearer found = null;
        for (ApiToken known : copy.all()) {
            if (MessageDigest.isEqual(known.hash(), hash)) {
                found = new Bearer("token:" + known.id(), known.role());
            }
        }
        if (adminToken.isPresent() && MessageDigest.isEqual(adminToken.get(), hash)) {
            found = new Bearer("admin-token", ApiRole.ADMIN);
        }
        return Optional.ofNullable(found);
    }

    @Override
    public String table() {
        return "api_tokens";
    }

    @Override
    public Uni<Void> prepare() {
        return adminToken.isPresent() ? Uni.createFrom().voidItem() : bootstrap.makeIfThereIsNone();
    }

    @Override
    public Uni<Void> refresh() {
        return copy.refresh();
    }

    @Override
    public Uni<Void> refresh(UUID id) {
        return copy.refresh(id);
    }

    private static final class Rows implements ConfigurationCopy.Rows<ApiTokenEntity> {
        @Override
        public Uni<List<ApiTokenEntity>> all() {
            return Panache.withSession(() -> ApiTokenEntity.listAll());
        }

        @Override
        public Uni<List<ApiTokenEntity>> of(Set<UUID> ids) {
            return Panache.withSession(() -> ApiTokenEntity.list("id in ?1", ids));
        }
    }
}
