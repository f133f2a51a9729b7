package io.ticketwire.intelligence.lexicon;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LexiconTest {

    private static final Lexicon LEXICON = Lexicon.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | This is terrible | -",
                "en | This is not good | -",
                "en | I am very happy | +",
                "de | Der Service ist schrecklich | -",
                "de | Das gefällt mir nicht, das ist nicht gut | -",
                "de | Das ist gut | +",
                "fr | C'est horrible | -",
                "fr | Ce n'est pas bon | -",
                "fr | C'est excellent | +",
                "fr | Je ne suis pas satisfait | -",
                "es | Es horrible | -",
                "es | El servicio es excelente | +",
                "it | È terribile | -",
                "pt | O atendimento é péssimo | -",
                "nl | De service is verschrikkelijk | -",
                "en | The invoice is attached | 0",
                "en | the new editor :-) | +",
                "de | schon wieder ausgefallen :( | -",
                "en | Times: (see below) | 0",
                "en | this is sooooo gooood | +",
                "en | terrrrible | -",
                "de | suuuuper | +",
                "es | graciaaaas | +",
                "hi | bahut bakwaaaas | -",
                "en | wwwwww zzzz | 0"
            })
    void wordsOfEveryLanguageHaveAPolarityAndNegationTurnsIt(String language, String text, String expected) {
        int polarity =
                find(text, language).stream().mapToInt(ConceptHit::polarity).sum();
        assertEquals(expected, polarity > 0 ? "+" : polarity < 0 ? "-" : "0", () -> text + " " + find(text, language));
    }

    @Test
    void aNegationReachesNoFartherThanItsClause() {
        List<ConceptHit> hits = find("No, it is good", "en");
        assertTrue(hits.stream().noneMatch(ConceptHit::negated), hits::toString);
    }

    @Test
    void aConceptIsTheSameInAllLanguages() {
        String english = find("terrible", "en").get(0).concept().id();
        String german = find("schrecklich", "de").get(0).concept().id();
        assertEquals(english, german);
    }

    @Test
    void theLongestPhraseWinsAndAWordThatOnlyBeginsOneIsNone() {
        // given
        List<String[]> rows = List.of(
                new String[] {"concept", "class", "en"},
                new String[] {"killed", "sadness", "killed"},
                new String[] {"success", "pos_mild", "killed it today"},
                new String[] {"without", "neg_mild", "out of"});

        // when
        Lexicon lexicon = Lexicon.of(rows);

        // then
        assertEquals(List.of("success"), ids(lexicon, "you killed it today"));
        assertEquals(List.of("killed"), ids(lexicon, "you killed it yesterday"));
        assertEquals(List.of(), ids(lexicon, "out"));
    }

    private static List<String> ids(Lexicon lexicon, String text) {
        return lexicon.find(Tokens.of(text), Language.EN).stream()
                .map(hit -> hit.concept().id())
                .toList();
    }

    @Test
    void everyConceptHasANameOfItsOwn() {
        assertFalse(LEXICON.concepts().isEmpty());
        assertEquals(
                LEXICON.concepts().size(),
                LEXICON.concepts().stream().map(Concept::id).distinct().count());
    }

    private static List<ConceptHit> find(String text, String language) {
        return LEXICON.find(Tokens.of(text), Language.of(language));
    }
}
