package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.intelligence.escalation.Trend;

import static io.ticketwire.intelligence.history.Reads.felt;
import static io.ticketwire.intelligence.history.Reads.origin;
import static io.ticketwire.intelligence.history.Reads.read;
import static io.ticketwire.intelligence.history.Reads.wordless;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PastTest {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final Origin NOW = origin("t1", Duration.ZERO);
    private static final String WORDS = "Any news?";

    static Stream<Arguments> contacts() {
        Origin stranger =
                new Origin(NOW.eventId(), NOW.ticketId(), NOW.connectorId(), null, NOW.at(), NOW.receivedAt());
        return Stream.of(
                arguments("the first", NOW, List.of(), 1),
                arguments("another in the ticket", NOW, List.of(read("t1", minutes(-5))), 2),
                arguments("in other tickets", NOW, List.of(read("t2", days(-1)), read("t3", days(-6))), 3),
                arguments("before the window", NOW, List.of(read("t2", days(-7)), read("t3", days(-8))), 1),
                arguments("after the message", NOW, List.of(read("t2", minutes(1))), 1),
                arguments("told twice by the platform", NOW, List.of(read("t1", minutes(-1), "any news? ")), 1),
                arguments("the same words an hour later", NOW, List.of(read("t1", minutes(-61), WORDS)), 2),
                arguments("the same words in another ticket", NOW, List.of(read("t2", minutes(-1), WORDS)), 2),
                arguments("an unknown customer in the ticket", stranger, List.of(read("t1", days(-1))), 2),
                arguments("an unknown customer elsewhere", stranger, List.of(read("t2", days(-1))), 1),
                arguments("no message of its own", NOW, List.of(wordless(minutes(-5), 0)), 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contacts")
    void countsHowOftenTheCustomerHasTurnedToUs(String what, Origin now, List<Read> before, int expected) {
        // when
        Past past = Past.of(now, Read.wordsOf(WORDS), stored(before), List.of(), WINDOW);

        // then
        assertEquals(expected, past.contacts());
    }

    @Test
    void whatIsStoredAndWhatWasReadAMomentAgoCountsOnceAndTheLatterHolds() {
        // given
        Read stored = read("t1", minutes(-5));
        Read recent = new Read(stored.origin(), stored.words(), 0, 0, 0, AlarmKind.HOSTILITY, AlarmKind.HOSTILITY);

        // when
        Past past = Past.of(NOW, 1L, stored(List.of(stored)), List.of(recent), WINDOW);

        // then
        assertEquals(List.of(recent), past.inTicket());
        assertEquals(2, past.contacts());
    }

    @Test
    void aMessageThatIsReadAgainDoesNotKnowItself() {
        // given
        Read itself = read("t1", Duration.ZERO);

        // when
        Past past = Past.of(NOW, 1L, stored(List.of(itself)), List.of(itself), WINDOW);

        // then
        assertEquals(List.of(), past.inTicket());
        assertEquals(itself, past.own());
        assertNull(past.trend(0));
    }

    @Test
    void whatIsNoMessageOfItsOwnHasNoFeeling() {
        // when
        Past past = Past.of(NOW, 1L, stored(List.of(wordless(minutes(-5), 2))), List.of(), WINDOW);

        // then
        assertNull(past.trend(-2));
        assertEquals(0, past.fall(-2));
    }

    @Test
    void nobodyWaitsSinceWhatIsNoMessageOfItsOwn() {
        // given
        List<Read> reads = List.of(wordless(minutes(-90), 0), read("t1", minutes(-5)));

        // when
        Past past = Past.of(NOW, 1L, stored(reads), List.of(), WINDOW);

        // then
        assertEquals(Duration.ofMinutes(5), past.waiting());
    }

    @Test
    void theTrendIsThatOfTheTicketsMessagesWhateverTheOrderOfRows() {
        // when
        Past past = Past.of(NOW, 1L, stored(List.of(felt(minutes(-1), -1), felt(minutes(-9), 2))), List.of(), WINDOW);

        // then
        assertEquals(4, past.fall(-2));
        assertEquals(0, past.fall(-1));
        assertEquals(Trend.FALLING, past.trend(-2));
        assertEquals(Trend.STEADY, past.trend(0));
        assertEquals(Trend.RISING, past.trend(2));
    }

    static Stream<Arguments> waiting() {
        return Stream.of(
                arguments("the first message", List.of(), null, Duration.ZERO),
                arguments("its clock is behind", List.of(minutes(2)), null, Duration.ZERO),
                arguments("nobody has answered", List.of(minutes(-90), minutes(-5)), null, Duration.ofMinutes(90)),
                arguments("answered between", List.of(minutes(-90), minutes(-5)), minutes(-10), Duration.ofMinutes(5)),
                arguments("answered all", List.of(minutes(-90), minutes(-5)), minutes(-1), Duration.ZERO));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waiting")
    void waitsSinceTheFirstMessageThatNobodyHasAnswered(
            String what, List<Duration> messages, Duration answered, Duration expected) {
        // given
        List<Read> reads = messages.stream().map(after -> read("t1", after)).toList();
        Instant answeredAt = answered == null ? null : NOW.at().plus(answered);

        // when
        Past past = Past.of(NOW, 1L, new Before(reads, true, 2, answeredAt), List.of(), WINDOW);

        // then
        assertEquals(expected, past.waiting());
        assertEquals(2, past.reopened());
    }

    private static Before stored(List<Read> reads) {
        return new Before(reads, true, 0, null);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
