package io.ticketwire.intelligence.analysis;

import java.util.List;

import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.Message;
import io.ticketwire.intelligence.Reader;
import io.ticketwire.intelligence.Reading;
import io.ticketwire.intelligence.analysis.Preparation.Prepared;
import io.ticketwire.intelligence.analysis.Preparation.Read;
import io.ticketwire.intelligence.entity.EntityReader;
import io.ticketwire.intelligence.kind.KindReader;
import io.ticketwire.intelligence.kind.MessageKind;
import io.ticketwire.intelligence.language.Language;
import io.ticketwire.intelligence.language.LanguageDetector;
import io.ticketwire.intelligence.language.LanguageFeatures;
import io.ticketwire.intelligence.lexicon.ConceptHit;
import io.ticketwire.intelligence.model.FeatureExtractor;
import io.ticketwire.intelligence.model.Features;
import io.ticketwire.intelligence.model.Head;
import io.ticketwire.intelligence.model.HeadSet;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.Model;
import io.ticketwire.intelligence.phrase.Words;

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

    /** The place of the label of the head {@code intensity}. */
    private static final int STRONG = 1;

    private final String version;
    private final Preparation preparation;
    private final LanguageDetector languages;
    private final Head sentiment;
    private final Head intensity;
    private final Head hostility;
    private final Head priority;
    private final Head category;
    private final HeadSet heads;
    private final HostilityScale hostilityScale;
    private final EntityReader entities = EntityReader.load();
    private final KindReader kinds = KindReader.load();

    /**
     * @throws InvalidModelException if the model lacks a head or a threshold, or was trained with other word lists
     */
    public Analyzer(Model model, Preparation preparation) throws InvalidModelException {
        this(model, preparation, "category");
    }

    /**
     * Keeps no other head of the model than those that it asks.
     *
     * @param categories which head says the category
     */
    public Analyzer(Model model, Preparation preparation, String categories) throws InvalidModelException {
        if (!model.fingerprint().equals(preparation.fingerprint())) {
            throw new InvalidModelException("was trained with other word lists (" + model.fingerprint()
                    + ") than this version has (" + preparation.fingerprint() + "): train it again");
        }
        this.version = model.version();
        this.preparation = preparation;
        this.languages = new LanguageDetector(model.head("language"));
        this.sentiment = model.head("sentiment");
        this.intensity = model.head("intensity");
        this.hostility = model.head("hostility");
        this.priority = model.head("priority");
        this.category = model.head(categories);
        List<Head> all = List.of(sentiment, intensity, hostility, priority, category);
        for (Head head : all) {
            require(head.buckets() == FeatureExtractor.BUCKETS, head, "is of another size");
        }
        require(
                model.head("language").buckets() == LanguageFeatures.BUCKETS,
                model.head("language"),
                "is of another size");
        require(sentiment.labels().equals(SentimentScale.LABELS), sentiment, "has other labels");
        require(intensity.labels().equals(List.of("mild", "strong")), intensity, "has other labels");
        require(hostility.labels().equals(HostilityScale.LABELS), hostility, "has other labels");
        require(UrgencyScale.LABELS.containsAll(priority.labels()), priority, "has other labels");
        this.heads = new HeadSet(all);
        this.hostilityScale = new HostilityScale(model.threshold("hostile"), model.threshold("frustrated"));
    }

    private static void require(boolean met, Head head, String otherwise) throws InvalidModelException {
        if (!met) {
            throw new InvalidModelException("can't be used: its head " + head.name() + " " + otherwise);
        }
    }

    /** Which weights it reads with, e.g. {@code 2026.11-1}. */
    public String model() {
        return version;
    }

    /** The score from which on a message is hostile. */
    public double hostileFrom() {
        return hostilityScale.hostile();
    }

    @Override
    public Reading read(Message message) {
        Prepared prepared = preparation.prepare(message.subject(), message.text(), message.newText());
        Insight.Language language = language(message, prepared);
        Read read = preparation.read(prepared, Language.of(language.code()));
        Features features = new Features();
        read.features(features);
        float[][] answers = read.saysAnything() ? heads.read(features) : silence();
        Insight.Sentiment feeling =
                SentimentScale.of(answers[0], sentiment.confidences(answers[0]), answers[1][STRONG]);
        Insight.Hostility tone = hostilityScale.of(answers[2], read.signals());
        Insight.Urgency urgency = UrgencyScale.of(priority.labels(), answers[3], priority.confidences(answers[3]));
        Insight.Category topic = category(answers[4]);
        Because because = new Because(prepared, read, features);
        because.of("sentiment", sentiment, answers[0], feeling.label().replace("very_", ""), "neutral");
        because.of("hostility", hostility, answers[2], tone.level(), "none");
        because.of("urgency", priority, answers[3], urgency.priority(), "low");
        because.of("category", category, answers[4], topic.label(), "other");
        because.of(read.mentions());
        Words words = read.words();
        MessageKind kind = kinds.read(words.before(prepared.body()), words.from(prepared.body()), read.language());
        return new Reading(
                language,
                feeling,
                tone,
                urgency,
                topic,
                read.mentions(),
                entities.read(read.tokens().text()),
                kind == MessageKind.SPAM,
                kind == MessageKind.AUTO_REPLY,
                because.explanations(),
                prepared.cleaned().text(),
                version);
    }

    private Insight.Category category(float[] answers) {
        int best = Head.best(answers);
        double confidence = SentimentScale.round(category.confidences(answers)[best]);
        return new Insight.Category(category.labels().get(best), confidence);
    }

    /** What is said of a message without a word: nothing. */
    private float[][] silence() {
        return new float[][] {
            only(sentiment, "neutral"),
            only(intensity, "mild"),
            only(hostility, "none"),
            only(priority, "low"),
            only(category, "other")
        };
    }

    private static float[] only(Head head, String label) {
        float[] answers = new float[head.labels().size()];
        answers[Math.max(0, head.labels().indexOf(label))] = 1;
        return answers;
    }

    private Insight.Language language(Message message, Prepared prepared) {
        Language given = Language.of(message.language());
        return given == Language.UND ? languages.detect(prepared.tokens()) : new Insight.Language(given.code(), 1);
    }

    /** The concepts in a message. */
    public List<ConceptHit> concepts(Message message) {
        Prepared prepared = preparation.prepare(message.subject(), message.text(), message.newText());
        return preparation
                .read(prepared, Language.of(language(message, prepared).code()))
                .hits();
    }
}
