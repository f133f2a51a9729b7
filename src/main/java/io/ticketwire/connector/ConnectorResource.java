package io.ticketwire.connector;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.event.Json;
import io.ticketwire.platform.MergePatch;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.Caller;
import io.ticketwire.security.SecretBox;
import io.ticketwire.security.idempotency.Idempotency;

/** Connectors: where callbacks come from. */
@Path("/api/v1/connectors")
@ServedBy(Role.API)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Connectors")
public class ConnectorResource {

    /** What a test of a connector found. */
    public record TestResult(boolean ok, String detail, long latencyMs) {}

    private final ConnectorStore store;
    private final Connectors connectors;
    private final Idempotency idempotency;
    private final SecretBox box;
    private final ConnectorSettings settings;
    private final Caller caller;

    ConnectorResource(
            ConnectorStore store,
            Connectors connectors,
            Idempotency idempotency,
            SecretBox box,
            ConnectorSettings settings,
            Caller caller) {
        this.store = store;
        this.connectors = connectors;
        this.idempotency = idempotency;
        this.box = box;
        this.settings = settings;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Create a connector",
            description = "The answer's webhook_url is what to enter at the sender. Honours Idempotency-Key.")
    public Uni<Response> create(@NotNull ConnectorRequest request, @Context UriInfo uri) {
        ConnectorForm form = ConnectorForm.of(request);
        UUID id = UUID.randomUUID();
        String base = base(uri);
        return idempotency
                .once(request, () -> store.create(id, form).map(row -> created(row, base)))
                .call(() -> connectors.refresh(id));
    }

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "List the connectors", description = "Newest first.")
    public Uni<Page<ConnectorView>> list(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        Page.Request page = Page.Request.of(limit, cursor);
        String base = base(uri);
        return Panache.withSession(
                        () -> ConnectorEntity.<ConnectorEntity>find("seq < ?1 order by seq desc", page.before())
                                .page(0, page.fetch())
                                .list())
                .map(rows -> Page.of(rows, page, row -> row.seq).map(row -> view(row, base)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Show a connector", description = "Secrets are never shown, only a hint of each.")
    public Uni<ConnectorView> get(UUID id, @Context UriInfo uri) {
        String base = base(uri);
        return Panache.withSession(() -> store.find(id)).map(row -> view(row, base));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MergePatch.MEDIA_TYPE})
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Change a connector",
            description = "A JSON merge patch (RFC 7396): only the fields given change, null takes a field back to its"
                    + " default. Changing secrets needs an admin.")
    public Uni<ConnectorView> change(UUID id, @NotNull ObjectNode patch, @Context UriInfo uri) {
        String base = base(uri);
        return caller.requireAdminIf(patch.has("webhook_secret") || patch.has("credentials"))
                .chain(() -> Panache.withTransaction(() -> store.change(id, patch)))
                .call(() -> connectors.refresh(id))
                .map(row -> view(row, base));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Delete a connector", description = "Its tickets and events stay; its callbacks get a 404.")
    public Uni<Response> delete(UUID id) {
        return Panache.withTransaction(() -> store.find(id).chain(row -> row.delete()))
                .call(() -> connectors.refresh(id))
                .replaceWith(() -> Response.noContent().build());
    }

    @POST
    @Path("/{id}/test")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Test a connector", description = "Says what to configure at the sender and what came so far.")
    public Uni<TestResult> test(UUID id) {
        long start = System.nanoTime();
        return Panache.withSession(
                        () -> store.find(id).chain(row -> store.lastReceived(id).map(last -> detail(row, last))))
                .map(detail -> new TestResult(
                        true,
                        detail,
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));
    }

    private static String detail(ConnectorEntity row, Instant last) {
        String seen = last == null ? "Nothing has come yet." : "Last received " + Json.time(last) + ".";
        String disabled = row.enabled ? "" : " The connector is disabled: callbacks are refused.";
        return ConnectorType.of(row.type).map(type -> type.setup() + ". ").orElse("") + seen + disabled;
    }

    private Response created(ConnectorEntity row, String base) {
        return Response.created(URI.create("/api/v1/connectors/" + row.id))
                .entity(view(row, base))
                .build();
    }

    private ConnectorView view(ConnectorEntity row, String base) {
        return ConnectorView.of(row, row.secrets(box), base);
    }

    private String base(UriInfo uri) {
        return settings.publicUrl().orElseGet(() -> uri.getBaseUri().toString()).replaceFirst("/+$", "");
    }
}
