package io.ticketwire.intelligence.feedback;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.security.idempotency.Idempotency;

/** Where people say that a ticket was read wrongly. */
@Path("/api/v1/tickets/{id}/insight/feedback")
@ServedBy(Role.API)
@Tag(name = "Tickets")
public class FeedbackResource {

    private static final int MAX_NOTE = 1_000;

    private final FeedbackTable table;
    private final Idempotency idempotency;

    FeedbackResource(FeedbackTable table, Idempotency idempotency) {
        this.table = table;
        this.idempotency = idempotency;
    }

    /**
     * What was read wrongly.
     *
     * @param eventId of the message; the latest that was read when absent
     * @param note for people
     */
    public record Request(UUID eventId, Corrections corrections, String note) {

        @JsonIgnore
        void check() {
            FieldChecks checks = new FieldChecks();
            if (corrections == null) {
                checks.refuse("corrections", "is required");
            } else {
                corrections.check(checks);
            }
            checks.require(
                    note == null || note.length() <= MAX_NOTE, "note", "has at most " + MAX_NOTE + " characters");
            checks.require(
                    note == null || note.chars().noneMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0),
                    "note",
                    "must not have control characters but line breaks and tabs");
            checks.done();
        }
    }

    /** A correction as it is kept. */
    public record Kept(
            UUID id,
            UUID ticketId,
            UUID eventId,
            Corrections corrections,
            String note,
            String givenBy,
            Instant givenAt) {}

    @POST
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Keeps what an insight should have said, for a model to learn from",
            description = "The insight itself stays as it is. Of several corrections the last counts."
                    + " Honours Idempotency-Key.")
    public Uni<Response> correct(@RestPath UUID id, @NotNull Request request, @Context SecurityContext caller) {
        request.check();
        String by = caller.getUserPrincipal().getName();
        return idempotency.once(request, () -> find(id, request.eventId()), known -> keep(id, known, request, by));
    }

    private Uni<FeedbackTable.Known> find(UUID ticketId, UUID eventId) {
        return table.ticketExists(ticketId)
                .invoke(exists -> {
                    if (!exists) {
                        throw ProblemException.notFound("ticket");
                    }
                })
                .chain(() -> table.insight(ticketId, eventId))
                .map(known -> known.orElseThrow(() -> ProblemException.notFound("insight of this ticket")));
    }

    private Uni<Response> keep(UUID ticketId, FeedbackTable.Known known, Request request, String by) {
        FeedbackRow row = new FeedbackRow(
                0,
                UUID.randomUUID(),
                ticketId,
                known.eventId(),
                request.corrections(),
                request.note(),
                by,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                Masked.of(known.subject()),
                Masked.of(known.text()));
        return table.add(row).map(ignored -> Response.status(Response.Status.CREATED)
                .entity(kept(row))
                .build());
    }

    private static Kept kept(FeedbackRow row) {
        return new Kept(
                row.id(), row.ticketId(), row.eventId(), row.corrections(), row.note(), row.givenBy(), row.givenAt());
    }
}
