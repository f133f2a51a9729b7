package io.ticketwire.intelligence.escalation;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Where the feeling of a ticket's messages goes. */
class TrendTest {

    @ParameterizedTest
    @CsvSource({
        "neutral, STEADY, 0",
        "neutral neutral, STEADY, 0",
        "neutral negative, FALLING, 1",
        "positive neutral negative, FALLING, 2",
        "positive negative negative, FALLING, 0", // told before
        "negative negative negative, STEADY, 0",
        "very_positive very_negative, FALLING, 4",
        "negative neutral, RISING, 0",
        "negative neutral positive, RISING, 0",
        "positive positive neutral positive, STEADY, 0",
        "very_positive neutral neutral neutral negative, FALLING, 1", // what is long ago is forgotten
    })
    void theLastMessageIsComparedWithUpToThreeBeforeIt(String labels, Trend trend, int fall) {
        List<String> sentiments = List.of(labels.split(" "));

        assertEquals(trend, Trend.of(sentiments));
        assertEquals(fall, Trend.fall(sentiments));
    }

    @Test
    void aTicketWithoutMessagesIsSteady() {
        assertEquals(Trend.STEADY, Trend.of(List.of()));
        assertEquals(0, Trend.fall(List.of()));
    }

    @Test
    void whatIsNoSentimentIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Trend.of(List.of("bad", "worse")));
    }
}
