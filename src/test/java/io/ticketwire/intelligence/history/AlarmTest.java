package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.Insight;

import static io.ticketwire.intelligence.history.AlarmKind.HOSTILITY;
import static io.ticketwire.intelligence.history.AlarmKind.MOOD;
import static io.ticketwire.intelligence.history.AlarmKind.SCORE;
import static io.ticketwire.intelligence.history.Reads.alarmed;
import static io.ticketwire.intelligence.history.Reads.felt;
import static io.ticketwire.intelligence.history.Reads.insight;
import static io.ticketwire.intelligence.history.Reads.past;
import static io.ticketwire.intelligence.history.Reads.pastAgain;
import static io.ticketwire.intelligence.history.Reads.received;
import static io.ticketwire.intelligence.history.Reads.untold;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class AlarmTest {

    private static final Alarm.Limits LIMITS = new Alarm.Limits(0.7, 60, Duration.ofHours(1));
    private static final Origin NOW = Reads.origin("t1", Duration.ofMinutes(30));

    private static final Insight INSULT = insight("very_negative", "hostile", 0.9, 30);
    private static final Insight ANNOYED = insight("negative", "frustrated", 0.5, 30);
    private static final Insight CANCELS = insight("neutral", "none", 0.1, 65);

    static Stream<Arguments> judged() {
        Duration five = Duration.ofMinutes(25);
        Duration now = Duration.ofMinutes(30);
        Duration twoHours = Duration.ofMinutes(-90);
        return Stream.of(
                arguments("an insult", INSULT, past(), HOSTILITY),
                arguments("hostile at the threshold", insight("negative", "hostile", 0.7, 0), past(), HOSTILITY),
                arguments("hostile, and not sure enough", insight("negative", "hostile", 0.69, 0), past(), null),
                arguments("frustrated is no alarm by itself", ANNOYED, past(), null),
                arguments("annoyed and glad before", ANNOYED, past(felt(five, 1)), MOOD),
                arguments("annoyed and calm before", ANNOYED, past(felt(five, 0)), null),
                arguments("annoyed by and by", ANNOYED, past(felt(twoHours, 1), felt(five, 0)), MOOD),
                arguments("as annoyed as before", ANNOYED, past(felt(twoHours, 2), felt(five, -1)), null),
                arguments("falls without anger", insight("negative", "none", 0, 0), past(felt(five, 2)), null),
                arguments("a score at the threshold", insight("neutral", "none", 0, 60), past(), SCORE),
                arguments("a score below it", insight("neutral", "none", 0, 59), past(), null),
                arguments("spam with a score", insight("neutral", "none", 0, true, 90), past(), null),
                arguments("spam that insults", insight("neutral", "hostile", 0.9, true, 90), past(), HOSTILITY),
                arguments("a second insult", INSULT, past(alarmed(five, HOSTILITY, 30)), null),
                arguments(
                        "an insult whose clock is behind",
                        INSULT,
                        past(alarmed(Duration.ofMinutes(32), HOSTILITY, 0)),
                        null),
                arguments("an insult after the cooling", INSULT, past(alarmed(twoHours, HOSTILITY, 30)), HOSTILITY),
                arguments(
                        "an insult written long after one that came with it",
                        INSULT,
                        past(received(now, alarmed(twoHours, HOSTILITY, 30))),
                        null),
                arguments("an insult after a score", INSULT, past(alarmed(five, SCORE, 65)), HOSTILITY),
                arguments("a score after an insult", CANCELS, past(alarmed(five, HOSTILITY, 30)), null),
                arguments("the same score again", CANCELS, past(alarmed(five, SCORE, 65)), null),
                arguments(
                        "a score that crept on",
                        insight("neutral", "none", 0, 79),
                        past(alarmed(five, SCORE, 60)),
                        null),
                arguments(
                        "a score that leapt", insight("neutral", "none", 0, 80), past(alarmed(five, SCORE, 60)), SCORE),
                arguments(
                        "an insult that goes with a leap",
                        insight("negative", "hostile", 0.9, 90),
                        past(alarmed(five, HOSTILITY, 30)),
                        HOSTILITY),
                arguments(
                        "a second insult, another message between",
                        INSULT,
                        past(alarmed(Duration.ZERO, HOSTILITY, 30), felt(five, 0)),
                        null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("judged")
    void escalatesForTheWorstAndNotTwiceForTheSame(String what, Insight insight, Past past, AlarmKind expected) {
        // when
        Optional<Alarm> alarm = Alarm.of(insight, NOW, past, LIMITS);

        // then
        assertEquals(Optional.ofNullable(expected), alarm.map(Alarm::kind));
    }

    static Stream<Arguments> again() {
        Duration now = Duration.ofMinutes(30);
        Duration later = Duration.ofMinutes(31);
        Read nothing = felt(now, -1);
        return Stream.of(
                arguments("no alarm, and glad since", ANNOYED, pastAgain(nothing, felt(later, 1)), null),
                arguments("no alarm, an insult to a later model", INSULT, pastAgain(nothing), null),
                arguments(
                        "an alarm, and a worse one since",
                        CANCELS,
                        pastAgain(alarmed(now, SCORE, 65), alarmed(later, HOSTILITY, 30)),
                        SCORE),
                arguments(
                        "an alarm, and angrier since",
                        ANNOYED,
                        pastAgain(alarmed(now, MOOD, 30), felt(later, -2)),
                        MOOD),
                arguments(
                        "an alarm, calm to a later model", CANCELS, pastAgain(alarmed(now, HOSTILITY, 30)), HOSTILITY));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("again")
    void aMessageThatIsReadAgainIsWhatItWas(String what, Insight insight, Past past, AlarmKind expected) {
        // when
        Optional<Alarm> alarm = Alarm.of(insight, NOW, past, LIMITS);

        // then
        assertEquals(Optional.ofNullable(expected), alarm.map(Alarm::kind));
    }

    static Stream<Arguments> overtaking() {
        Duration five = Duration.ofMinutes(5);
        Duration six = Duration.ofMinutes(6);
        Duration yesterday = Duration.ofHours(-24);
        return Stream.of(
                arguments("nothing", past(), null),
                arguments("a calm message", past(felt(five, 0)), null),
                arguments(
                        "an insult", past(untold(five, HOSTILITY, 30)), "Hostile message that came before its ticket"),
                arguments(
                        "a score",
                        past(untold(five, SCORE, 65)),
                        "Escalation score 65 of 100 of a message that came before its ticket"),
                arguments(
                        "the worst of them",
                        past(untold(five, HOSTILITY, 30), untold(six, SCORE, 90)),
                        "Hostile message that came before its ticket"),
                arguments("an insult long ago", past(untold(yesterday, HOSTILITY, 30)), null),
                arguments(
                        "an insult of yesterday that came now",
                        past(received(five, untold(yesterday, HOSTILITY, 30))),
                        "Hostile message that came before its ticket"),
                arguments("one that is told", past(alarmed(five, HOSTILITY, 30)), null),
                arguments(
                        "two of which one is told",
                        past(untold(five, HOSTILITY, 30), alarmed(six, HOSTILITY, 30)),
                        null),
                arguments(
                        "two of which the lesser is told",
                        past(untold(five, HOSTILITY, 30), alarmed(six, SCORE, 65)),
                        "Hostile message that came before its ticket"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overtaking")
    void whatCameBeforeItsTicketEscalatesTheTicketThatComes(String what, Past past, String expected) {
        // when
        Optional<Alarm> alarm = Alarm.ofEarlier(past, Reads.NINE);

        // then
        assertEquals(Optional.ofNullable(expected), alarm.map(Alarm::reason));
    }

    static Stream<Arguments> grounds() {
        return Stream.of(
                arguments(INSULT, HOSTILITY),
                arguments(insight("negative", "hostile", 0.69, 0), null),
                arguments(CANCELS, SCORE),
                arguments(ANNOYED, null),
                arguments(insight("neutral", "none", 0, true, 90), null));
    }

    @ParameterizedTest
    @MethodSource("grounds")
    void aMessageHasGroundsForAnAlarmWhateverTheMoodWasBeforeIt(Insight insight, AlarmKind expected) {
        assertEquals(Optional.ofNullable(expected), Alarm.grounds(insight, LIMITS));
    }

    static Stream<Arguments> told() {
        Past glad = past(felt(Duration.ZERO, 1));
        Past again = pastAgain(alarmed(Duration.ofMinutes(30), MOOD, 30), felt(Duration.ofMinutes(31), -2));
        return Stream.of(
                arguments(
                        insight("negative", "hostile", 0.9, 80, "hostile", "mentions cancellation", "third contact"),
                        past(),
                        "Hostile message: mentions cancellation, third contact"),
                arguments(insight("negative", "hostile", 0.9, 40, "hostile"), past(), "Hostile message"),
                arguments(
                        insight("negative", "frustrated", 0.4, 30, "frustrated", "sentiment is falling", "negative"),
                        glad,
                        "Frustrated customer, the sentiment fell by 2 levels: negative"),
                arguments(ANNOYED, again, "Frustrated customer"),
                arguments(
                        insight("neutral", "none", 0, 75, "a", "b", "c", "d", "e"),
                        past(),
                        "Escalation score 75 of 100: a, b, c, d"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("told")
    void theReasonIsASentenceForPeopleThatSaysNothingTwice(Insight insight, Past past, String expected) {
        // when
        Alarm alarm = Alarm.of(insight, NOW, past, LIMITS).orElseThrow();

        // then
        assertEquals(expected, alarm.reason());
    }

    @Test
    void idsDependOnTheMessageAndTheKindAlone() {
        assertEquals(HOSTILITY.eventId(NOW.eventId()), HOSTILITY.eventId(NOW.eventId()));
        assertEquals(
                3,
                Stream.of(AlarmKind.values())
                        .map(kind -> kind.eventId(NOW.eventId()))
                        .distinct()
                        .count());
    }
}
