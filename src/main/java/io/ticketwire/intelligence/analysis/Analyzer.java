package io.ticketwire.intelligence.analysis;

import java.util.ArrayList;
import java.util.List;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.Reader;
import io.ticketwire.intelligence.Reading;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.language.LanguageDetector;
import io.ticketwire.intelligence.lexicon.ConceptHit;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.Model;

/**
 * Reads messages with one model:
 *
 * <pre>
 *   message -- Preparation --> tokens, concepts, cues of the rules -- FeatureExtractor --> vector
 *                 ^ language                                                                 |
 *                 |                                                                       heads --> scales, policies --> Reading
 *              LanguageDetector                                                              |
 *                                                                                          Blame --> explanations
 * </pre>
 */
public final class Analyzer implements Reader {

    /** Explanations of one verdict. */
    private static final int EXPLANATIONS = 3;

    private final Model model;
    private final Preparation preparation;
    private final LanguageDetector languages;
    private final Head sentiment;
    private final Head intensity;
    private final Head hostility;
    private final Head priority;
    private final Head category;
    private final HostilityScale hostilityScale;

    /**
     * @throws java.util.NoSuchElementException if the model lacks a head or a threshold
     * @throws IllegalArgumentException if the model was trained with another lexicon
     */
    public Analyzer(Model model, Preparation preparation) {
        this(model, preparation, "category");
    }

    /** @param categories which head says the category */
    public Analyzer(Model model, Preparation preparation, String categories) {
        if (!model.fingerprint().equals(preparation.fingerprint())) {
            throw new IllegalArgumentException("was trained with other rules and concepts (" + model.fingerprint()
                    + ") than this version has (" + preparation.fingerprint() + "): train it again");
        }
        this.model = model;
        this.preparation = preparation;
        this.languages = new LanguageDetector(model.head("language"));
        this.sentiment = model.head("sentiment");
        this.intensity = model.head("intensity");
        this.hostility = model.head("hostility");
        this.priority = model.head("priority");
        this.category = model.head(categories);
        this.hostilityScale = new HostilityScale(model.threshold("hostile"), model.threshold("frustrated"));
    }

    @Override
    public String model() {
        return model.version();
    }

    /** The score from which on a message is hostile. */
    public double hostileFrom() {
        return model.threshold("hostile");
    }

    @Override
    public Reading read(Message message) {
        Preparation.Prepared prepared = preparation.prepare(message.subject(), message.text(), message.newText());
        Insight.Language language = language(message, prepared);
        Preparation.Read read = preparation.read(prepared, Language.of(language.code()));
        Features features = new Features();
        read.features(features);
        Insight.Sentiment feeling =
                SentimentScale.of(sentiment.read(features), strength(intensity.read(features)));
        Insight.Hostility tone = hostilityScale.of(hostility.read(features), read.signals());
        Insight.Urgency urgency = UrgencyScale.of(priority.labels(), priority.read(features));
        float[] topics = category.read(features);
        int topic = Head.best(topics);
        Facts facts = Facts.of(message, read);
        Explanations explanations = new Explanations(prepared);
        if (!feeling.label().equals("neutral")) {
            int pole = sentiment.labels().indexOf(feeling.label().replace("very_", ""));
            explanations.add("sentiment", Blame.of(read.tokens(), features, sentiment, pole, EXPLANATIONS));
        }
        if (!tone.level().equals("none")) {
            int level = hostility.labels().indexOf(tone.level());
            explanations.add("hostility", Blame.of(read.tokens(), features, hostility, level, EXPLANATIONS));
        }
        explanations.add(
                "urgency",
                Blame.of(
                        read.tokens(), features, priority, priority.labels().indexOf(urgency.priority()), EXPLANATIONS));
        explanations.add("category", Blame.of(read.tokens(), features, category, topic, EXPLANATIONS));
        explanations.add(facts.mentions());
        return new Reading(
                language,
                feeling,
                tone,
                urgency,
                new Insight.Category(category.labels().get(topic), SentimentScale.round(topics[topic])),
                facts.mentions(),
                facts.entities(),
                facts.spam(),
                facts.autoReply(),
                explanations.all(),
                prepared.cleaned().text());
    }
}
