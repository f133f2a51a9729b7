package io.ticketwire.intelligence.escalation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** How much speaks for handing a ticket up, and when it is handed up. */
class EscalationPolicyTest {

    private static final EscalationPolicy POLICY = new EscalationPolicy(70);
    private static final Facts CALM =
            new Facts(List.of(), "neutral", Trend.STEADY, 0, "none", "low", 1, 0, Duration.ZERO, null);

    @Test
    void aCalmTicketScoresNothing() {
        Insight.Escalation scored = POLICY.score(CALM);

        assertEquals(new Insight.Escalation(0, List.of()), scored);
    }

    @Test
    void reasonsAreToldHeaviestFirst() {
        Facts facts = new Facts(
                mentions(EscalationCause.CANCELLATION),
                "neutral",
                Trend.FALLING,
                1,
                "frustrated",
                "medium",
                3,
                2,
                Duration.ofDays(3),
                45);

        Insight.Escalation scored = POLICY.score(facts);

        assertEquals(
                new Insight.Escalation(
                        100,
                        List.of(
                                "mentions cancellation",
                                "reopened twice",
                                "frustrated",
                                "third contact in 7 days",
                                "waiting for 3 days",
                                "SLA is due in 45 minutes",
                                "sentiment is falling")),
                scored);
    }

    @Test
    void theHeaviestCauseCountsInFullAndEachFurtherOneByHalf() {
        Facts facts = with(mentions(EscalationCause.REFUND, EscalationCause.LEGAL, EscalationCause.LEGAL));

        Insight.Escalation scored = POLICY.score(facts);

        assertEquals(new Insight.Escalation(43, List.of("mentions legal steps", "mentions a refund")), scored);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 8, second contact in 7 days",
        "3, 20, third contact in 7 days",
        "9, 29, ninth contact in 7 days",
        "10, 29, 10th contact in 7 days",
        "11, 29, 11th contact in 7 days",
        "21, 29, 21st contact in 7 days",
        "112, 29, 112th contact in 7 days",
        "122, 29, 122nd contact in 7 days",
    })
    void contactsAreCounted(int contacts, int score, String reason) {
        Facts facts = new Facts(List.of(), "neutral", Trend.STEADY, 0, "none", "low", contacts, 0, Duration.ZERO, null);

        assertEquals(new Insight.Escalation(score, List.of(reason)), POLICY.score(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, 25, SLA is missed",
        "0, 15, SLA is due in 0 minutes",
        "1, 15, SLA is due in 1 minute",
        "60, 15, SLA is due in 60 minutes",
        "61, 8, SLA is due in 1 hour",
        "240, 8, SLA is due in 4 hours",
    })
    void theSlaIsCloser(int minutes, int score, String reason) {
        Facts facts = new Facts(List.of(), "neutral", Trend.STEADY, 0, "none", "low", 1, 0, Duration.ZERO, minutes);

        assertEquals(new Insight.Escalation(score, List.of(reason)), POLICY.score(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "PT23H59M, 0, ",
        "P1D, 8, waiting for 1 day",
        "P2D, 8, waiting for 2 days",
        "P3D, 15, waiting for 3 days",
        "P7D, 22, waiting for 7 days",
    })
    void waitingWeighs(Duration waiting, int score, String reason) {
        Facts facts = new Facts(List.of(), "neutral", Trend.STEADY, 0, "none", "low", 1, 0, waiting, null);

        assertEquals(
                new Insight.Escalation(
                        score, Optional.ofNullable(reason).stream().toList()),
                POLICY.score(facts));
    }

    @Test
    void theScoreEndsAtAHundred() {
        Facts facts = new Facts(
                mentions(EscalationCause.values()),
                "very_negative",
                Trend.FALLING,
                4,
                "hostile",
                "urgent",
                99,
                9,
                Duration.ofDays(99),
                -1);

        assertEquals(100, POLICY.score(facts).score());
    }

    @Test
    void aHostileMessageIsEscalatedWhateverTheScore() {
        Facts facts = feeling("hostile", 0);

        assertEquals(Optional.of("The message is hostile."), POLICY.escalate(facts, POLICY.score(facts)));
    }

    @ParameterizedTest
    @CsvSource({
        "frustrated, 1, ",
        "frustrated, 2, 'The customer is frustrated, and the sentiment fell by 2 levels.'",
        "none, 2, ",
        "none, 4, ",
    })
    void aFallOfTwoLevelsEscalatesWhileFrustrated(String hostility, int fall, String sentence) {
        Facts facts = feeling(hostility, fall);

        assertEquals(Optional.ofNullable(sentence), POLICY.escalate(facts, POLICY.score(facts)));
    }

    @Test
    void theThresholdItselfEscalates() {
        Facts facts = with(mentions(EscalationCause.LEGAL));
        Insight.Escalation scored = POLICY.score(facts);

        assertEquals(
                Optional.of("The escalation score is 35 of 100: mentions legal steps."),
                new EscalationPolicy(35).escalate(facts, scored));
        assertEquals(Optional.empty(), new EscalationPolicy(36).escalate(facts, scored));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void aThresholdThatMeansNothingIsRefused(int threshold) {
        assertThrows(IllegalArgumentException.class, () -> new EscalationPolicy(threshold));
    }

    private static Facts with(List<Mention> mentions) {
        return new Facts(mentions, "neutral", Trend.STEADY, 0, "none", "low", 1, 0, Duration.ZERO, null);
    }

    private static Facts feeling(String hostility, int fall) {
        return new Facts(List.of(), "negative", Trend.FALLING, fall, hostility, "low", 1, 0, Duration.ZERO, null);
    }

    private static List<Mention> mentions(EscalationCause... causes) {
        return Arrays.stream(causes).map(cause -> new Mention(cause, 0, 1)).toList();
    }
}
