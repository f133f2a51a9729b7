package io.ticketwire.intelligence;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.Past;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;

/** Reads a text that somebody gives, and stores nothing. */
@Path("/api/v1/intelligence/analyze")
@ServedBy(Role.API)
@Tag(name = "Intelligence")
public class AnalyzeResource {

    private static final int LONGEST = 100_000;

    private final Reader reader;
    private final Escalations escalations;
    private final IntelligenceSettings settings;

    AnalyzeResource(Reader reader, Escalations escalations, IntelligenceSettings settings) {
        this.reader = reader;
        this.escalations = escalations;
        this.settings = settings;
    }

    /**
     * A text.
     *
     * @param language of it, ISO 639-1; null if it is to be found
     */
    public record Question(
            @Size(max = 1_000) String subject,
            @Size(max = LONGEST) String description,
            @Size(max = 35) String language) {

        @JsonIgnore
        @AssertTrue(message = "needs a subject or a description")
        public boolean isAnythingToRead() {
            return subject != null && !subject.isBlank() || description != null && !description.isBlank();
        }
    }

    @POST
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Reads a text as a ticket's is read, without storing anything",
            description = "Without a ticket there is no trend, nothing similar, and no priority to differ from.")
    public Uni<Insight> analyze(@NotNull @Valid Question question) {
        return Uni.createFrom().item(() -> insight(question)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Insight insight(Question question) {
        long start = System.nanoTime();
        Message message = new Message(question.subject(), cut(question.description()), question.language(), null);
        Reading reading = reader.read(message);
        return new Insight(
                null,
                null,
                reading.language(),
                reading.sentiment(),
                reading.hostility(),
                reading.urgency(),
                reading.category(),
                escalations.score(reading, Past.NOTHING, null),
                List.of(),
                reading.entities(),
                reading.spam(),
                reading.autoReply(),
                reading.explanations(),
                reader.model(),
                Math.round((System.nanoTime() - start) / 1e4) / 100.0);
    }

    private String cut(String text) {
        return text == null || text.length() <= settings.maxText() ? text : text.substring(0, settings.maxText());
    }
}
