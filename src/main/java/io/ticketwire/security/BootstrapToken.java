package io.ticketwire.security;

import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jboss.logging.Logger;

import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * The first token. Of any number of processes that start at once exactly one makes it. It is printed before it is
 * committed: a crash in between prints another one at the next start, and never leaves one that nobody has seen.
 */
@ApplicationScoped
public class BootstrapToken {

    static final String NAME = "bootstrap";

    private static final Logger LOG = Logger.getLogger(BootstrapToken.class);
    private static final String INSERT =
            """
            insert into api_tokens (id, name, role, hash, hint, created_at)
            select $1, $2, $3, $4, $5, $6 where not exists (select from api_tokens where role = $3)
            on conflict do nothing""";

    private final Pool pool;
    private final Roles roles;

    BootstrapToken(Pool pool, Roles roles) {
        this.pool = pool;
        this.roles = roles;
    }

    /** Makes and prints an admin token if there is none; only where the API is served. */
    Uni<Void> makeIfThereIsNone() {
        if (!roles.has(Role.API)) {
            return Uni.createFrom().voidItem();
        }
        String token = ApiToken.generate();
        ApiTokenEntity row = ApiTokenEntity.of(NAME, ApiRole.ADMIN, token);
        Tuple arguments = Tuple.from(new Object[] {
            row.id, row.name, row.role, Buffer.buffer(row.hash), row.hint, row.createdAt.atOffset(ZoneOffset.UTC)
        });
        return pool.withTransaction(connection -> connection
                        .preparedQuery(INSERT)
                        .execute(arguments)
                        .invoke(inserted -> {
                            if (inserted.rowCount() == 1) {
                                LOG.infof("Admin API token, shown this once: %s", token);
                            }
                        }))
                .replaceWithVoid();
    }
}
