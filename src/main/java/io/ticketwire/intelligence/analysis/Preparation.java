package io.ticketwire.intelligence.analysis;

import java.util.List;

import io.ticketwire.intelligence.clean.Cleaned;
import io.ticketwire.intelligence.clean.CustomerText;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.lexicon.ConceptHit;
import io.ticketwire.intelligence.lexicon.Lexicon;
import io.ticketwire.intelligence.model.Cue;
import io.ticketwire.intelligence.model.FeatureExtractor;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.token.Tokens;

/** From a message to what the heads read: cleaned, cut into tokens, looked up. Training takes the very same way. */
public final class Preparation {

    private final Lexicon lexicon;

    public Preparation(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Which concepts it looks up: a model is good for these only. */
    public String lexicon() {
        return lexicon.fingerprint();
    }

    /**
     * What the customer wrote in this message, as tokens.
     *
     * @param subject may be null
     * @param text may be null
     * @param newText what the ingress found to be new; null if it found nothing else, or did not look
     */
    public Prepared prepare(String subject, String text, String newText) {
        Cleaned cleaned = CustomerText.of(text == null ? "" : text, newText);
        String title = subject == null ? "" : subject.strip();
        String all = title.isEmpty() ? cleaned.text() : title + "\n" + cleaned.text();
        return new Prepared(Tokens.of(all), title.isEmpty() ? 0 : title.length() + 1, cleaned);
    }

    /**
     * A message whose language is yet to be known.
     *
     * @param body where in the tokens' text the text begins, behind the subject
     */
    public record Prepared(Tokens tokens, int body, Cleaned cleaned) {}

    /** The same, where its language is known. */
    public Read read(Prepared prepared, Language language) {
        List<ConceptHit> hits = lexicon.find(prepared.tokens(), language);
        return new Read(prepared.tokens(), language, hits, List.of());
    }

    /** A message with what its words stand for, and what the rules found. */
    public record Read(Tokens tokens, Language language, List<ConceptHit> hits, List<Cue> cues) {

        /** Replaces what {@code features} held. */
        public void features(Features features) {
            FeatureExtractor.extract(tokens, hits, cues, features);
        }
    }
}
