package io.ticketwire.intelligence.feedback;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.platform.FieldChecks;
import io.ticketwire.platform.Problem;
import io.ticketwire.platform.ProblemException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class CorrectionsTest {

    static Stream<Arguments> corrections() {
        return Stream.of(
                arguments(new Corrections("very_negative", "hostile", "urgent", "billing", "de", true), List.of()),
                arguments(new Corrections(null, null, null, null, null, false), List.of()),
                arguments(new Corrections(null, null, null, "a-b_9", "und", null), List.of()),
                arguments(new Corrections(null, null, null, null, null, null), List.of("corrections")),
                arguments(new Corrections("sad", null, null, null, null, null), List.of("corrections.sentiment")),
                arguments(
                        new Corrections("", "Hostile", "p1", "", "en-GB", null),
                        List.of(
                                "corrections.sentiment",
                                "corrections.hostility",
                                "corrections.priority",
                                "corrections.category",
                                "corrections.language")),
                arguments(
                        new Corrections(null, null, null, "x".repeat(65), "DE", null),
                        List.of("corrections.category", "corrections.language")));
    }

    @ParameterizedTest
    @MethodSource("corrections")
    void namesEveryFieldThatIsNoWordOfOurs(Corrections corrections, List<String> wrong) {
        // given
        FieldChecks checks = new FieldChecks();

        // when
        corrections.check(checks);

        // then
        assertEquals(wrong, fields(checks));
    }

    private static List<String> fields(FieldChecks checks) {
        try {
            checks.done();
            return List.of();
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(Problem.FieldError::field).toList();
        }
    }
}
