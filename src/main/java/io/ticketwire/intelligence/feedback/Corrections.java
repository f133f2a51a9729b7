package io.ticketwire.intelligence.feedback;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.ticketwire.event.InsightWords;
import io.ticketwire.event.TicketPriority;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.platform.FieldChecks;

/** What an insight should have said. What is null was not corrected: that it was right, nobody has said. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Corrections(
        String sentiment, String hostility, String priority, String category, String language, Boolean spam) {

    private static final Pattern CATEGORY = Pattern.compile("[a-z0-9_-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}|" + Language.UND.code());

    /** Notes what is no word of ours. */
    void check(FieldChecks checks) {
        checks.require(
                Stream.of(sentiment, hostility, priority, category, language, spam)
                        .anyMatch(Objects::nonNull),
                "corrections",
                "must have at least one of sentiment, hostility, priority, category, language, spam");
        oneOf(checks, "sentiment", sentiment, InsightWords.SENTIMENTS);
        oneOf(checks, "hostility", hostility, InsightWords.HOSTILITIES);
        oneOf(checks, "priority", priority, TicketPriority.ALL);
        matches(checks, "category", category, CATEGORY, "must have 1 to 64 of a-z, 0-9, _ and -");
        matches(checks, "language", language, LANGUAGE, "must be a code of ISO 639-1, or und");
    }

    private static void oneOf(FieldChecks checks, String field, String value, List<String> words) {
        checks.require(
                value == null || words.contains(value),
                "corrections." + field,
                "must be one of " + String.join(", ", words));
    }

    private static void matches(FieldChecks checks, String field, String value, Pattern pattern, String message) {
        checks.require(value == null || pattern.matcher(value).matches(), "corrections." + field, message);
    }
}
