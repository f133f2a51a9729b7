package io.ticketwire.security;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

/** Turns a known token into a principal ({@code token:<id>}) with its roles. */
@ApplicationScoped
public class TokenIdentities implements IdentityProvider<BearerAuthentication.ShownToken> {

    private final ApiTokens tokens;

    TokenIdentities(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<BearerAuthentication.ShownToken> getRequestType() {
        return BearerAuthentication.ShownToken.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            BearerAuthentication.ShownToken shown, AuthenticationRequestContext context) {
        return Uni.createFrom().item(() -> tokens.find(shown.token)
                .map(TokenIdentities::identity)
                .orElseThrow(() -> new AuthenticationFailedException("unknown token")));
    }

    private static SecurityIdentity identity(ApiTokens.Bearer bearer) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(bearer.principal()))
                .addRoles(ApiRole.includedIn(bearer.role()))
                .build();
    }
}
