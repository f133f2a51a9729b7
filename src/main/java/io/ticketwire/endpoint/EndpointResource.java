package io.ticketwire.endpoint;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.MergePatch;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.Caller;
import io.ticketwire.security.SecretBox;
import io.ticketwire.security.idempotency.Idempotency;

/** Endpoints: who gets outgoing webhooks. */
@Path("/api/v1/endpoints")
@ServedBy(Role.API)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Endpoints")
public class EndpointResource {

    private static final Duration DEFAULT_OVERLAP = Duration.ofHours(24);
    private static final Duration LONGEST_OVERLAP = Duration.ofDays(7);

    /**
     * A rotation.
     *
     * @param overlap how long the old secret still signs beside the new one; ISO-8601, 24 hours when absent
     */
    public record Rotation(String overlap) {}

    private final EndpointStore store;
    private final Endpoints endpoints;
    private final EndpointUrls urls;
    private final Idempotency idempotency;
    private final SecretBox box;
    private final Caller caller;

    EndpointResource(
            EndpointStore store,
            Endpoints endpoints,
            EndpointUrls urls,
            Idempotency idempotency,
            SecretBox box,
            Caller caller) {
        this.store = store;
        this.endpoints = endpoints;
        this.urls = urls;
        this.idempotency = idempotency;
        this.box = box;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Create an endpoint",
            description = "The answer shows the signing secret, this once. Honours Idempotency-Key.")
    public Uni<Response> create(@NotNull EndpointRequest request) {
        EndpointForm form = EndpointForm.of(request, urls);
        String secret = newSecret(request.secret(), form.signature());
        UUID id = UUID.randomUUID();
        return urls.checkAddresses(form.url())
                .chain(() -> idempotency.once(
                        request, () -> store.create(id, form, secret).map(row -> created(row, secret))))
                .call(() -> endpoints.refresh(id));
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "List the endpoints", description = "Newest first.")
    public Uni<Page<EndpointView>> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        Page.Request page = Page.Request.of(limit, cursor);
        return Panache.withSession(
                        () -> EndpointEntity.<EndpointEntity>find("seq < ?1 order by seq desc", page.before())
                                .page(0, page.fetch())
                                .list())
                .map(rows -> Page.of(rows, page, row -> row.seq).map(this::view));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Show an endpoint", description = "The secret is never shown again, only a hint of it.")
    public Uni<EndpointView> get(UUID id) {
        return Panache.withSession(() -> store.find(id)).map(this::view);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Change an endpoint",
            description = "A JSON merge patch (RFC 7396): only the fields given change, null takes a field back to its"
                    + " default. Changing the secret needs an admin.")
    public Uni<EndpointView> change(UUID id, @NotNull ObjectNode patch) {
        return caller.requireAdminIf(patch.has("secret"))
                .chain(() -> patch.has("url")
                        ? checkNewUrl(id, patch)
                        : Uni.createFrom().voidItem())
                .chain(() -> Panache.withTransaction(() -> store.change(id, patch)))
                .call(() -> endpoints.refresh(id))
                .map(this::view);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Delete an endpoint", description = "What is still on its way to it is dropped.")
    public Uni<Response> delete(UUID id) {
        return Panache.withTransaction(() -> store.find(id).chain(row -> row.delete()))
                .call(() -> endpoints.refresh(id))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/enable")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Enable an endpoint", description = "Its count of failures starts again.")
    public Uni<EndpointView> enable(UUID id) {
        return Panache.withTransaction(() -> store.enable(id))
                .call(() -> endpoints.refresh(id))
                .map(this::view);
    }

    @POST
    @Path("/{id}/disable")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Disable an endpoint", description = "Events for it are noted as skipped until it is enabled.")
    public Uni<EndpointView> disable(UUID id) {
        return Panache.withTransaction(() -> store.disable(id))
                .call(() -> endpoints.refresh(id))
                .map(this::view);
    }

    @POST
    @Path("/{id}/secret/rotate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed(ApiRole.ADMIN)
    @Operation(
            summary = "Make a new signing secret",
            description =
                    "The answer shows it, this once. The old one goes on beside it for the overlap, at most 7 days."
                            + " Honours Idempotency-Key.")
    public Uni<Response> rotate(UUID id, Rotation rotation) {
        Duration overlap = overlap(rotation);
        String secret = SigningKey.generate();
        return idempotency
                .once(rotation, () -> store.rotate(id, secret, overlap)
                        .map(row ->
                                Response.ok(EndpointView.of(row, box, secret)).build()))
                .call(() -> endpoints.refresh(id));
    }

    private Uni<Void> checkNewUrl(UUID id, ObjectNode patch) {
        return Panache.withSession(() -> store.find(id))
                .map(row -> store.changed(row, patch))
                .chain(form -> urls.checkAddresses(form.url()));
    }

    private Response created(EndpointEntity row, String secret) {
        return Response.created(URI.create("/api/v1/endpoints/" + row.id))
                .entity(EndpointView.of(row, box, secret == null ? "" : secret))
                .build();
    }

    private EndpointView view(EndpointEntity row) {
        return EndpointView.of(row, box);
    }

    /** Null: unsigned. */
    private static String newSecret(String given, SignatureScheme scheme) {
        if (given == null) {
            return SigningKey.generate();
        }
        if (given.isEmpty()) {
            return null;
        }
        SigningKey.refusal(scheme, given).ifPresent(reason -> {
            throw ProblemException.field("secret", reason);
        });
        return given;
    }

    private static Duration overlap(Rotation rotation) {
        if (rotation == null || rotation.overlap() == null) {
            return DEFAULT_OVERLAP;
        }
        FieldChecks checks = new FieldChecks();
        Duration overlap = checks.duration("overlap", rotation.overlap(), Duration.ZERO, LONGEST_OVERLAP)
                .orElse(DEFAULT_OVERLAP);
        checks.done();
        return overlap;
    }
}
