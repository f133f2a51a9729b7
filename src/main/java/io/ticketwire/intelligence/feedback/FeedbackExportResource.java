package io.ticketwire.intelligence.feedback;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Link;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import io.ticketwire.event.Json;
import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.ProblemException;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** What people have corrected, one JSON object a line, as the trainer reads it. */
@Path("/api/v1/intelligence/feedback.jsonl")
@ServedBy(Role.API)
@Tag(name = "Intelligence")
public class FeedbackExportResource {

    /** The media type of lines of JSON. */
    static final String LINES = "application/x-ndjson";

    private static final int MAX_LIMIT = 1_000;
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

    private final FeedbackTable table;

    FeedbackExportResource(FeedbackTable table) {
        this.table = table;
    }

    @GET
    @Produces(LINES)
    @RolesAllowed(ApiRole.OPERATOR)
    @Operation(
            summary = "Gives out corrections for training, oldest first",
            description = "A line has the text as it was read, without mail addresses and phone numbers, and the"
                    + " corrected fields alone. The Link header names the next page, if there is one.")
    public Uni<Response> export(
            @RestQuery String since,
            @RestQuery String until,
            @RestQuery Integer limit,
            @RestQuery String cursor,
            @Context UriInfo uri) {
        FieldChecks checks = new FieldChecks();
        Instant from = time(checks, "since", since).orElse(Instant.EPOCH);
        Instant to = time(checks, "until", until).orElse(END_OF_TIME);
        int most = limit == null ? MAX_LIMIT : limit;
        checks.require(most >= 1 && most <= MAX_LIMIT, "limit", "must be between 1 and " + MAX_LIMIT);
        checks.done();
        return table.page(after(cursor), from, to, most + 1).map(rows -> page(rows, most, uri));
    }

    private static Optional<Instant> time(FieldChecks checks, String field, String text) {
        return text == null || text.isEmpty() ? Optional.empty() : checks.time(field, text);
    }

    private static long after(String cursor) {
        try {
            return cursor == null || cursor.isEmpty() ? 0 : Long.parseLong(cursor, Character.MAX_RADIX);
        } catch (NumberFormatException e) {
            throw ProblemException.field("cursor", "is not a cursor of this list");
        }
    }

    private static Response page(List<FeedbackRow> rows, int most, UriInfo uri) {
        List<FeedbackRow> page = rows.subList(0, Math.min(rows.size(), most));
        StringBuilder lines = new StringBuilder();
        page.forEach(row -> lines.append(line(row)).append('\n'));
        Response.ResponseBuilder response = Response.ok(lines.toString(), LINES);
        if (rows.size() > most) {
            response.links(next(page.get(most - 1), uri));
        }
        return response.build();
    }

    /** A label that nobody has corrected is a guess of the model, and no label to learn from. */
    private static String line(FeedbackRow row) {
        ObjectNode line = Json.mapper()
                .createObjectNode()
                .put("id", row.eventId().toString())
                .put("subject", row.subject())
                .put("text", row.text());
        line.setAll((ObjectNode) Json.mapper().valueToTree(row.corrections()));
        return line.put("source", "feedback").toString();
    }

    private static Link next(FeedbackRow last, UriInfo uri) {
        URI page = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", Long.toString(last.seq(), Character.MAX_RADIX))
                .build();
        return Link.fromUri("%s?%s".formatted(page.getRawPath(), page.getRawQuery()))
                .rel("next")
                .build();
    }
}
