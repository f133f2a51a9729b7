package io.ticketwire.intelligence.hostility;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DisguiseTest {

    private static final Disguise DISGUISE = Disguise.load();

    @ParameterizedTest
    @CsvSource({
        "f***, fuck",
        "f*ck, fuck",
        "f**k, fuck",
        "f***ing, fucking",
        "f---ing, fucking",
        "f#ck, fuck",
        "sh1t, shit",
        "sh!t, shit",
        "a$$holes, assholes",
        "id1ot, idiot",
        "i d i o t, idiot",
        "i.d.i.o.t, idiot",
        "f_u_c_k, fuck",
        "f u c k, fuck",
        "stuuuupid, stupid",
        "fuuuck, fuck",
        "phuuuck, phuck",
        "b@st@rds, bastards",
        "mоrons, morons",
        "ｉｄｉｏｔ, idiot",
        "idi\u200bots, idiots",
        "c*nnard, connard",
        "str0nzo, stronzo",
        "sch**ße, scheisse",
        "p3ndejo, pendejo",
        "kl00tzak, klootzak",
    })
    void findsTheWordBehind(String written, String meant) {
        // When
        List<Plain> plain = DISGUISE.plain(Tokens.of("well " + written + " then"));

        // Then
        assertEquals(List.of(meant), plain.stream().map(Plain::word).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order A1B2-55 and TK-4471",
                "it costs $45.50 or 1.250,00",
                "password Sh0w$Me!7",
                "a$ap please",
                "the regex is ^f.*k$ or [a-z]*",
                "this is **bold** and *important*",
                "**idiot** is a plain word",
                "S*** M*** wrote from j***@example.com",
                "S C U N T H O R P E",
                "see bit.ch/abc and https://example.com/sh1t",
                "$hit is a variable",
                "well...you know",
                "Привет, идиот",
                "sooooo good, yesss",
                "C# and F# and C++",
                "b4 2moro",
                "rm *.txt lib*.so",
            })
    void leavesAlone(String text) {
        assertEquals(List.of(), DISGUISE.plain(Tokens.of(text)));
    }

    @Test
    void placesTheWordByItsTokens() {
        // Given
        Tokens tokens = Tokens.of("you i d i o t s and f***");

        // When
        List<Plain> plain = DISGUISE.plain(tokens);

        // Then
        assertEquals(List.of(new Plain("idiots", 1, 6), new Plain("fuck", 8, 9)), plain);
    }
}
