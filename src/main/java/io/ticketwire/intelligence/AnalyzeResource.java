package io.ticketwire.intelligence;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.Past;
import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.ServedBy;
import io.ticketwire.security.ApiRole;
import io.ticketwire.text.CleanText;

/** Reads a text that somebody gives, and stores nothing. */
@Path("/api/v1/intelligence/analyze")
@ServedBy(Role.API)
@Tag(name = "Intelligence")
public class AnalyzeResource {

    private static final int LONGEST_SUBJECT = 1_000;
    private static final int LONGEST_DESCRIPTION = 100_000;

    /** Of a tag as BCP 47 has them. */
    private static final int LONGEST_LANGUAGE = 35;

    private final Reader reader;
    private final IntelligenceSettings settings;

    AnalyzeResource(Reader reader, IntelligenceSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /**
     * A text.
     *
     * @param language of it, ISO 639-1; found by itself if it is null, or none that we read
     */
    public record Question(String subject, String description, String language) {

        @JsonIgnore
        void check() {
            FieldChecks checks = new FieldChecks();
            checks.require(
                    isSaid(subject) || isSaid(description), "description", "is required where there is no subject");
            atMost(LONGEST_SUBJECT, "subject", subject, checks);
            atMost(LONGEST_DESCRIPTION, "description", description, checks);
            atMost(LONGEST_LANGUAGE, "language", language, checks);
            checks.done();
        }

        private static boolean isSaid(String text) {
            return text != null && !text.isBlank();
        }

        private static void atMost(int length, String field, String text, FieldChecks checks) {
            checks.require(text == null || text.length() <= length, field, "has at most " + length + " characters");
        }
    }

    @POST
    @RolesAllowed(ApiRole.VIEWER)
    @Operation(
            summary = "Reads a text as a ticket's is read, without storing anything",
            description = "Without a ticket there is no trend, nothing similar, and no priority to differ from.")
    public Uni<Insight> analyze(@NotNull Question question) {
        question.check();
        return Uni.createFrom().item(() -> insight(question)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Insight insight(Question question) {
        long start = System.nanoTime();
        Message message = new Message(
                question.subject(),
                CleanText.cut(question.description(), settings.maxText()),
                question.language(),
                null);
        Reading reading = reader.read(message);
        return new Insight(
                null,
                null,
                reading.language(),
                reading.sentiment(),
                reading.hostility(),
                reading.urgency(),
                reading.category(),
                reading.escalation(Past.NOTHING),
                List.of(),
                reading.entities(),
                reading.spam(),
                reading.autoReply(),
                reading.explanations(),
                reading.model(),
                Math.round((System.nanoTime() - start) / 1e4) / 100.0);
    }
}
