package io.ticketwire.intelligence.analysis;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.intelligence.clean.Cleaned;
import io.ticketwire.intelligence.clean.CustomerText;
import io.ticketwire.intelligence.escalation.EscalationCues;
import io.ticketwire.intelligence.escalation.Mention;
import io.ticketwire.intelligence.hostility.HostilityRules;
import io.ticketwire.intelligence.hostility.Signal;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.lexicon.ConceptHit;
import io.ticketwire.intelligence.lexicon.Lexicon;
import io.ticketwire.intelligence.model.Cue;
import io.ticketwire.intelligence.model.FeatureExtractor;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.phrase.Words;
import io.ticketwire.intelligence.token.TokenKind;
import io.ticketwire.intelligence.token.Tokens;

/** From a message to what the heads read: cleaned, cut into tokens, looked up. Training takes the very same way. */
public final class Preparation {

    private final Lexicon lexicon;
    private final HostilityRules hostility;
    private final EscalationCues escalation;
    private final String fingerprint;

    private Preparation(Lexicon lexicon, HostilityRules hostility, EscalationCues escalation, String fingerprint) {
        this.lexicon = lexicon;
        this.hostility = hostility;
        this.escalation = escalation;
        this.fingerprint = fingerprint;
    }

    /** With the word lists and rules of this version of Ticketwire. */
    public static Preparation load() {
        return new Preparation(Lexicon.load(), HostilityRules.load(), EscalationCues.load(), WordLists.fingerprint());
    }

    /** Which word lists it has: a model is good for these only. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * What the customer wrote in this message, as tokens.
     *
     * @param subject may be null
     * @param text may be null
     * @param newText what the ingress found to be new; null if it found nothing else, or did not look
     */
    public Prepared prepare(String subject, String text, String newText) {
        Cleaned cleaned = CustomerText.of(text, newText);
        String title = subject == null ? "" : subject.strip();
        String all = title.isEmpty() ? cleaned.text() : title + "\n" + cleaned.text();
        return new Prepared(Tokens.of(all), subject, title, cleaned);
    }

    /** The same, where its language is known. */
    public Read read(Prepared prepared, Language language) {
        Tokens tokens = prepared.tokens();
        List<ConceptHit> hits = lexicon.find(tokens, language);
        Words words = Words.of(tokens);
        return new Read(
                tokens, words, language, hits, hostility.read(tokens, language), escalation.read(words, language));
    }

    /**
     * A message whose language is yet to be known.
     *
     * @param tokens of the title, a line break and the cleaned text
     * @param subject as it was given
     * @param title the subject without the white space around it, or empty
     */
    public record Prepared(Tokens tokens, String subject, String title, Cleaned cleaned) {

        /** Where in the tokens' text the message's text begins. */
        int body() {
            return title.isEmpty() ? 0 : title.length() + 1;
        }
    }

    /**
     * A message with what its words stand for.
     *
     * @param words its tokens as phrases are looked for in them
     * @param hits its concepts
     * @param signals what speaks for hostility and against it
     * @param mentions what speaks for an escalation; their places are those of the tokens' text
     */
    public record Read(
            Tokens tokens,
            Words words,
            Language language,
            List<ConceptHit> hits,
            List<Signal> signals,
            List<Mention> mentions) {

        /** Whether there is a word in it, or a sign that stands for one. */
        public boolean saysAnything() {
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.is(i, TokenKind.WORD) || tokens.is(i, TokenKind.EMOJI)) {
                    return true;
                }
            }
            return false;
        }

        /** Replaces what {@code features} held. */
        public void features(Features features) {
            List<Cue> cues = new ArrayList<>();
            for (Signal signal : signals) {
                int start = tokens.start(signal.firstToken());
                cues.add(new Cue("hostility." + signal.kind().name(), start, tokens.end(signal.lastToken())));
            }
            for (Mention mention : mentions) {
                cues.add(new Cue("escalation." + mention.cause().name(), mention.start(), mention.end()));
            }
            FeatureExtractor.extract(tokens, hits, cues, features);
        }
    }
}
