package io.ticketwire.intelligence.train;

import java.util.Set;
import java.util.stream.Collectors;

import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.language.LanguageDetector;
import io.ticketwire.intelligence.language.LanguageFeatures;
import io.ticketwire.intelligence.lexicon.ConceptClass;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Sparse;
import io.ticketwire.intelligence.token.Tokens;

/** Rows as vectors: made just as those of the messages that the model will read. */
final class Vectors {

    private final Preparation preparation;
    private final LanguageDetector languages;
    private final Features features = new Features();

    /** @param languages finds the language of rows that don't say it; null if all do */
    Vectors(Preparation preparation, LanguageDetector languages) {
        this.preparation = preparation;
        this.languages = languages;
    }

    /** @param language of a row that doesn't say its own; null if that is to be found */
    Sparse ofText(Row row, String language) {
        read(row, language).features(features);
        return features.sparse();
    }

    /** Which classes of concepts are in a row, whether denied or not. */
    Set<ConceptClass> classes(Row row, String language) {
        return read(row, language).hits().stream()
                .map(hit -> hit.concept().kind())
                .collect(Collectors.toSet());
    }

    private Preparation.Read read(Row row, String language) {
        Preparation.Prepared prepared = preparation.prepare(row.subject(), row.text(), null);
        String said = row.language() == null ? language : row.language();
        String known = said == null ? languages.detect(prepared.tokens()).code() : said;
        return preparation.read(prepared, Language.of(known));
    }

    Sparse ofLanguage(Row row) {
        LanguageFeatures.extract(Tokens.of(row.text()), features);
        return features.sparse();
    }

    /** What these vectors are made with: a model is good for these only. */
    String fingerprint() {
        return preparation.fingerprint();
    }
}
