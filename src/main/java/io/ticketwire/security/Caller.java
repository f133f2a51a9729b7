package io.ticketwire.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;

/** Who sent the request that is being worked on. */
@ApplicationScoped
public class Caller {

    private final CurrentIdentityAssociation identity;

    Caller(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** For what one role may do in part: ends the request with 403 if this part needs an admin and the caller is none. */
    public Uni<Void> requireAdminIf(boolean needed) {
        if (!needed) {
            return Uni.createFrom().voidItem();
        }
        return identity.getDeferredIdentity()
                .invoke(caller -> {
                    if (!caller.hasRole(ApiRole.ADMIN)) {
                        throw new ForbiddenException();
                    }
                })
                .replaceWithVoid();
    }
}
