package io.ticketwire.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.Attempt;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Envelope;
import io.ticketwire.event.EventCatalogue;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.platform.TraceParent;
import io.ticketwire.security.ApiRole;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Sends an example event to an endpoint, signed as it always is, and shows what came back. */
@Path("/api/v1/endpoints/{id}/test")
@ServedBy(Role.API)
@Tag(name = "Endpoints")
public class EndpointTestResource {

    private static final RetryPolicy NO_RETRIES = new RetryPolicy(List.of());

    private final Endpoints endpoints;
    private final EventCatalogue catalogue;
    private final Courier courier;

    EndpointTestResource(Endpoints endpoints, EventCatalogue catalogue, Courier courier) {
        this.endpoints = endpoints;
        this.catalogue = catalogue;
        this.courier = courier;
    }

    /** @param event one of the event types */
    public record Request(String event) {}

    /** What came of it. It is not recorded, and does not count for the endpoint. */
    public record Result(
            boolean ok,
            Integer statusCode,
            String error,
            long durationMs,
            Map<String, String> requestHeaders,
            String requestBody,
            Map<String, String> responseHeaders,
            String responseBody) {

        static Result of(Attempt attempt, byte[] body) {
            return new Result(
                    attempt.outcome() == Attempt.Outcome.DELIVERED,
                    attempt.statusCode(),
                    attempt.error(),
                    attempt.durationMs(),
                    attempt.requestHeaders(),
                    new String(body, UTF_8),
                    attempt.responseHeaders(),
                    attempt.responseBody());
        }
    }

    @POST
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(summary = "Sends an example event now and shows the attempt")
    public Uni<Result> test(@RestPath UUID id, @NotNull Request request) {
        Endpoint endpoint = endpoints.find(id).orElseThrow(() -> ProblemException.notFound("endpoint"));
        EventType type = EventType.of(request.event() == null ? EventType.TICKET_CREATED.type() : request.event())
                .orElseThrow(() -> ProblemException.field("event", "is no event type; see GET /api/v1/event-types"));
        DeliveryTask task = example(endpoint, type, Instant.now());
        return courier.attempt(task, endpoint, NO_RETRIES).map(tried -> Result.of(tried.attempt(), task.body()));
    }

    private DeliveryTask example(Endpoint endpoint, EventType type, Instant now) {
        UUID eventId = UUID.randomUUID();
        byte[] data = Json.bytes(catalogue.of(type).exampleData());
        return new DeliveryTask(
                UUID.randomUUID(),
                endpoint.id(),
                eventId,
                type.type(),
                "test",
                0,
                0,
                0,
                null,
                false,
                now,
                TraceParent.of(null),
                Envelope.of(eventId, type.type(), now, data));
    }
}
