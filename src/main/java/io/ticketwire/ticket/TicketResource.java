package io.ticketwire.ticket;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.event.InsightWords;
import io.ticketwire.event.TicketPriority;
import io.ticketwire.event.TicketStatus;
import io.ticketwire.platform.Page;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.platform.Where;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.idempotency.Idempotency;

/** Tickets of all connectors. */
@Path("/api/v1/tickets")
@ServedBy(Role.API)
@Tag(name = "Tickets")
public class TicketResource {

    private final TicketQueries queries;
    private final TicketActions actions;
    private final Idempotency idempotency;

    TicketResource(TicketQueries queries, TicketActions actions, Idempotency idempotency) {
        this.queries = queries;
        this.actions = actions;
        this.idempotency = idempotency;
    }

    /** Why somebody has to look at a ticket now. */
    public record Escalation(
            @NotBlank
                    @Size(max = 1_000)
                    @Pattern(
                            regexp = "[\\P{Cc}\t\r\n]*",
                            message = "must not have control characters but line breaks and tabs")
                    String reason) {}

    /** What a caller did is on its way; the event has this id. */
    public record Taken(UUID eventId) {}

    @GET
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Lists tickets, newest first",
            description = "Each with the latest insight in short; null if nothing was read in it yet.")
    public Uni<Page<JsonNode>> list(
            @RestQuery("connector_id") String connectorId,
            @RestQuery String status,
            @RestQuery String priority,
            @RestQuery String hostility,
            @RestQuery String q,
            @RestQuery String since,
            @RestQuery Integer limit,
            @RestQuery String cursor) {
        Where where = new Where()
                .isId("connector_id", "connector_id", connectorId)
                .isOneOf("status", "status", status, TicketStatus.ALL)
                .isOneOf("priority", "priority", priority, TicketPriority.ALL)
                .isOneOf("hostility", "hostility", hostility, InsightWords.HOSTILITIES)
                .contains(List.of("subject", "external_id", "ticket_number", "customer_email", "customer_name"), "q", q)
                .since("changed_at", "since", since);
        return queries.list(where, Page.Request.of(limit, cursor));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(summary = "Shows a ticket with its conversation and its events")
    public Uni<JsonNode> detail(@RestPath UUID id) {
        return queries.detail(id);
    }

    @POST
    @Path("{id}/escalate")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Escalates a ticket: emits ticket.escalated", description = "Honours Idempotency-Key.")
    public Uni<Response> escalate(
            @RestPath UUID id, @NotNull @Valid Escalation escalation, @Context SecurityContext caller) {
        String by = caller.getUserPrincipal().getName();
        return queries.one(id)
                .chain(ticket ->
                        idempotency.onceSent(escalation, () -> actions.escalate(ticket, escalation.reason(), by)
                                .map(TicketResource::accepted)));
    }

    @POST
    @Path("{id}/resolve")
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Marks a ticket as resolved here; its platform is not told",
            description = "Honours Idempotency-Key.")
    public Uni<Response> resolve(@RestPath UUID id) {
        return queries.one(id)
                .chain(ticket ->
                        idempotency.onceSent(null, () -> actions.resolve(ticket).map(TicketResource::accepted)));
    }

    private static Response accepted(UUID eventId) {
        return Response.accepted(new Taken(eventId)).build();
    }
}
