package io.ticketwire.intelligence.phrase;

import java.util.EnumSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.phrase.PhraseBook.Found;
import io.ticketwire.intelligence.token.Tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Phrases with gaps in texts. */
class PhraseBookTest {

    @ParameterizedTest(name = "{0} in: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "cancel                  | I cancel.                         | cancel",
                "cancel my plan          | Please CANCEL my plan!            | CANCEL my plan",
                "cancel ~ plan           | cancel plan                       | cancel plan",
                "cancel ~ plan           | cancel one two three four plan    | cancel one two three four plan",
                "cancel ~ plan           | cancel, if you can, my plan       | ",
                "cancel ~ plan           | cancel one two three four 5 plan  | ",
                "cancel ~ plan           | I cancel. The plan is off         | ",
                "cancel _ plan           | cancel the plan                   | cancel the plan",
                "cancel _ plan           | cancel plan                       | ",
                "within # hours          | within 48 hours                   | within 48 hours",
                "within # hours          | within two hours                  | ",
                "kündig*                 | die Kündigung                     | Kündigung",
                "kündig*                 | gekündigt                         | ",
                "out of office           | Out-of-Office notice              | Out-of-Office",
                "résilier                | je veux resilier                  | resilier",
                "abonnement              | résilier l'abonnement             | l'abonnement",
                "rembours*               | j'ai droit d'remboursement        | d'remboursement",
                "money back              | my \"money\" back                 | money\" back",
            })
    void aPhraseIsFoundWhereItStands(String phrase, String text, String expected) {
        assertEquals(expected == null ? List.of() : List.of(expected), find(phrase, text, Language.EN));
    }

    @Test
    void phrasesAreOfALanguage() {
        assertEquals(List.of(), find("court", "in court", Language.FR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~ plan", "_ plan", "cancel ~", "a ~ b ~ c ~ d ~ e", "e-mail|mail", "abc*"})
    void whatCannotBeLookedForIsRefused(String phrase) {
        PhraseBook<String> book = new PhraseBook<>();

        assertThrows(IllegalArgumentException.class, () -> book.add("x", Language.EN, phrase));
    }

    @Test
    void severalPhrasesMayMeanTheSame() {
        assertEquals(List.of("one two", "three"), find("one two;three", "one two three", Language.EN));
    }

    @Test
    void aPartOfATextIsReadAsIfItStoodAloneAndKeepsItsPlaces() {
        // given
        String text = "Cancel my\nplan. I cancel my plan";
        int body = text.indexOf('\n') + 1;
        PhraseBook<String> book = new PhraseBook<>();
        book.add("meaning", Language.EN, "cancel my plan");
        Words words = Words.of(Tokens.of(text));

        // when
        List<Found<String>> found = book.find(words.from(body), EnumSet.of(Language.EN));

        // then
        assertEquals(2, book.find(words, EnumSet.of(Language.EN)).size());
        assertEquals(List.of(), book.find(words.before(body), EnumSet.of(Language.EN)));
        assertEquals(List.of(new Found<>("meaning", 3, 5)), found);
        assertEquals(text.lastIndexOf("cancel"), words.from(body).start(3));
    }

    private static List<String> find(String phrases, String text, Language spoken) {
        PhraseBook<String> book = new PhraseBook<>();
        book.add("meaning", Language.EN, phrases);
        Words words = Words.of(Tokens.of(text));
        return book.find(words, EnumSet.of(spoken)).stream()
                .map((Found<String> found) -> text.substring(words.start(found.first()), words.end(found.last())))
                .toList();
    }
}
