package io.ticketwire.security;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.idempotency.Idempotency;

/** API tokens. A token is shown once, when it is made. */
@Path("/api/v1/tokens")
@ServedBy(Role.API)
@RolesAllowed(ApiRole.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tokens")
public class TokenResource {

    /** What a token is made from. */
    public record TokenRequest(String name, String role) {}

    /**
     * A token as it is shown.
     *
     * @param token only in the answer that made it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TokenView(UUID id, String name, String role, String hint, Instant createdAt, String token) {
        static TokenView of(ApiTokenEntity row, String token) {
            return new TokenView(row.id, row.name, row.role, row.hint, row.createdAt, token);
        }
    }

    private final ApiTokens tokens;
    private final Idempotency idempotency;
    private final boolean wayInWithoutTokens;

    TokenResource(ApiTokens tokens, Idempotency idempotency, SecuritySettings settings) {
        this.tokens = tokens;
        this.idempotency = idempotency;
        this.wayInWithoutTokens = settings.admin().token().isPresent();
    }

    @GET
    @Operation(summary = "List the API tokens", description = "The tokens themselves are not kept and cannot be shown.")
    public Uni<Page<TokenView>> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        return Panache.withSession(
                        () -> ApiTokenEntity.<ApiTokenEntity>find("seq < ?1 order by seq desc", page.before())
                                .page(0, page.fetch())
                                .list())
                .map(rows -> Page.of(rows, page, row -> row.seq).map(row -> TokenView.of(row, null)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Make an API token", description = "The answer shows the token, this once.")
    public Uni<Response> create(@NotNull TokenRequest request) {
        check(request);
        String token = ApiToken.generate();
        ApiTokenEntity row = ApiTokenEntity.of(request.name(), request.role(), token);
        return idempotency
                .once(request, () -> row.persist().replaceWith(() -> created(row, token)))
                .call(() -> tokens.refresh(row.id));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Delete an API token", description = "The last admin token stays.")
    public Uni<Response> delete(UUID id) {
        return Panache.withTransaction(() -> deleteUnlessLastAdmin(id))
                .call(() -> tokens.refresh(id))
                .replaceWith(() -> Response.noContent().build());
    }

    /** The admin tokens are locked first, so that two requests cannot delete the last two. */
    private Uni<Void> deleteUnlessLastAdmin(UUID id) {
        return ApiTokenEntity.<ApiTokenEntity>find("role = ?1 order by id", ApiRole.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .invoke(admins -> {
                    if (!wayInWithoutTokens
                            && admins.size() == 1
                            && admins.get(0).id.equals(id)) {
                        throw new ProblemException(
                                Response.Status.CONFLICT, "This is the last admin token; make another one first");
                    }
                })
                .chain(() -> ApiTokenEntity.<ApiTokenEntity>findById(id))
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("token"))
                .chain(row -> row.delete());
    }

    private static void check(TokenRequest request) {
        FieldChecks checks = new FieldChecks();
        checks.name(request.name());
        checks.require(!BootstrapToken.NAME.equals(request.name()), "name", "is reserved");
        checks.require(
                request.role() != null && ApiRole.ALL.contains(request.role()),
                "role",
                "must be one of " + String.join(", ", ApiRole.ALL));
        checks.done();
    }

    private static Response created(ApiTokenEntity row, String token) {
        return Response.created(URI.create("/api/v1/tokens/" + row.id))
                .entity(TokenView.of(row, token))
                .build();
    }
}
