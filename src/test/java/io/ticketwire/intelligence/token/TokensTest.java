package io.ticketwire.intelligence.token;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

class TokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Don't stop!!! | WORD don't, WORD stop, PUNCTUATION !!!",
                "l'écran noir | WORD l'écran, WORD noir",
                "It\u2019s 12.50 EUR | WORD it's, NUMBER 12.50, WORD eur",
                "@AirX help, see https://x.example/a?b=1. | MENTION @airx, WORD help, PUNCTUATION ',', WORD see, URL https://x.example/a?b=1, PUNCTUATION .",
                "mail jo.doe@example.com now | WORD mail, EMAIL jo.doe@example.com, WORD now",
                "so 😡😡 bad | WORD so, EMOJI 😡, EMOJI 😡, WORD bad",
                "👍🏽 ok | EMOJI 👍, WORD ok",
                "बहुत अच्छा | WORD बहुत, WORD अच्छा",
                "3rd time | WORD 3rd, WORD time",
                "a@b | WORD a, MENTION @b",
                "'' | ''"
            })
    void aTextIsCutIntoWhatPeopleSeeAsOne(String text, String expected) {
        assertEquals(expected == null ? "" : expected, described(text == null ? "" : text));
    }

    private static String described(String text) {
        Tokens tokens = Tokens.of(text);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.word(i);
            all.add(tokens.kind(i) + " " + (word.equals(",") ? "','" : word));
        }
        return String.join(", ", all);
    }

    @Test
    void placesAreThoseOfTheText() {
        String text = "Ärger 😡 mit\u200b İstanbul?!";
        Tokens tokens = Tokens.of(text);
        for (int i = 0; i < tokens.size(); i++) {
            assertEquals(text.substring(tokens.start(i), tokens.end(i)), tokens.written(i));
        }
    }

    @Test
    void aWordIsTheSameInCapitalsAndDrawnOut() {
        assertEquals(Tokens.hash("soo"), Tokens.of("SOOOOOO").hash(0));
        assertEquals(Tokens.hash("don't"), Tokens.of("Don\u2019t").hash(0));
        assertNotEquals(Tokens.hash("so"), Tokens.hash("soo"));
    }

    @Test
    void halfCharactersAndNothingButSignsAreText() {
        for (String odd :
                List.of("\ud83d", "\ude00", "\ud83d\ud83d", "@", "@@", "'", "https://", "a'", "\u0301", "#!$%&")) {
            Tokens tokens = Tokens.of(odd);
            for (int i = 0; i < tokens.size(); i++) {
                assertEquals(odd.substring(tokens.start(i), tokens.end(i)), tokens.written(i));
            }
        }
    }
}
