package io.ticketwire.intelligence.escalation;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** How much speaks for handing a ticket up. */
class EscalationPolicyTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Facts CALM =
            new Facts(List.of(), "neutral", Trend.STEADY, "none", "low", 1, WEEK, 0, Duration.ZERO);

    @Test
    void aCalmTicketScoresNothing() {
        Insight.Escalation scored = EscalationPolicy.score(CALM);

        assertEquals(new Insight.Escalation(0, List.of()), scored);
    }

    @Test
    void reasonsAreToldHeaviestFirst() {
        Facts facts = new Facts(
                mentions(EscalationCause.CANCELLATION),
                "neutral",
                Trend.FALLING,
                "frustrated",
                "medium",
                3,
                WEEK,
                2,
                Duration.ofDays(3));

        Insight.Escalation scored = EscalationPolicy.score(facts);

        assertEquals(
                new Insight.Escalation(
                        100,
                        List.of(
                                "mentions cancellation",
                                "reopened twice",
                                "frustrated",
                                "third contact in 7 days",
                                "waiting for 3 days",
                                "sentiment is falling")),
                scored);
    }

    @Test
    void theHeaviestCauseCountsInFullAndEachFurtherOneByHalf() {
        Facts facts = with(mentions(EscalationCause.REFUND, EscalationCause.LEGAL, EscalationCause.LEGAL));

        Insight.Escalation scored = EscalationPolicy.score(facts);

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
        Facts facts = new Facts(List.of(), "neutral", Trend.STEADY, "none", "low", contacts, WEEK, 0, Duration.ZERO);

        assertEquals(new Insight.Escalation(score, List.of(reason)), EscalationPolicy.score(facts));
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, second contact in 7 days",
        "P30D, second contact in 30 days",
        "P1D, second contact in 24 hours",
        "PT12H, second contact in 12 hours",
    })
    void contactsAreToldWithTheWindowThatTheyWereCountedIn(Duration window, String reason) {
        // given
        Facts facts = new Facts(List.of(), "neutral", null, "none", "low", 2, window, 0, Duration.ZERO);

        // when
        Insight.Escalation scored = EscalationPolicy.score(facts);

        // then
        assertEquals(List.of(reason), scored.reasons());
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
        Facts facts = new Facts(List.of(), "neutral", Trend.STEADY, "none", "low", 1, WEEK, 0, waiting);

        assertEquals(
                new Insight.Escalation(
                        score, Optional.ofNullable(reason).stream().toList()),
                EscalationPolicy.score(facts));
    }

    @Test
    void theScoreEndsAtAHundred() {
        Facts facts = new Facts(
                mentions(EscalationCause.values()),
                "very_negative",
                Trend.FALLING,
                "hostile",
                "urgent",
                99,
                WEEK,
                9,
                Duration.ofDays(99));

        assertEquals(100, EscalationPolicy.score(facts).score());
    }

    private static Facts with(List<Mention> mentions) {
        return new Facts(mentions, "neutral", Trend.STEADY, "none", "low", 1, WEEK, 0, Duration.ZERO);
    }

    private static List<Mention> mentions(EscalationCause... causes) {
        return Arrays.stream(causes).map(cause -> new Mention(cause, 0, 1)).toList();
    }
}
