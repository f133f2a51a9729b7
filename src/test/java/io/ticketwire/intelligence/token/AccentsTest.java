package io.ticketwire.intelligence.token;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AccentsTest {

    @ParameterizedTest
    @CsvSource({
        "Résilier, resilier",
        "kündigen, kundigen",
        "mañana, manana",
        "ação, acao",
        "știu, stiu",
        "straße, straße",
        "smørrebrød, smørrebrød",
        "идиот, идиот",
        "№ 5 ½ × ª, № 5 ½ × ª",
    })
    void lettersLoseTheirMarksAndAllElseStaysWhereItIs(String text, String plain) {
        assertEquals(plain, Accents.without(text));
    }
}
