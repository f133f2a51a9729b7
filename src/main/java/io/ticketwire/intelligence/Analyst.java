package io.ticketwire.intelligence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.event.Insight;
import io.ticketwire.event.InsightWords;
import io.ticketwire.intelligence.history.Alarm;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.intelligence.history.Before;
import io.ticketwire.intelligence.history.Origin;
import io.ticketwire.intelligence.history.Past;
import io.ticketwire.intelligence.history.Read;
import io.ticketwire.intelligence.history.Recent;

/** Judges a message by what it says and by what was before it. Computes, and neither reads nor writes anything elsewhere. */
@ApplicationScoped
public class Analyst {

    private static final int REMEMBERED = 5_000;

    /** A ticket that only gets another subject, perhaps by an agent, is never escalated twice for what it says. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Reader reader;
    private final Escalations escalations;
    private final Likes likes;
    private final IntelligenceSettings settings;
    private final Recent recent = new Recent(REMEMBERED);

    Analyst(Reader reader, Escalations escalations, Likes likes, IntelligenceSettings settings) {
        this.reader = reader;
        this.escalations = escalations;
        this.likes = likes;
        this.settings = settings;
    }

    /**
     * Judges a message, and remembers it for the next. To be called in the order in which a ticket's messages came.
     *
     * @param before what is stored
     */
    Finding judge(Heard.Said said, Before before) {
        long start = System.nanoTime();
        Origin origin = said.origin();
        Reading reading = reader.read(said.message());
        Long words = words(said.kind(), reading);
        Past past = Past.of(origin, words, before, recent.about(origin), settings.historyWindow());
        Insight insight = insight(said, reading, past, start);
        Optional<Alarm> alarm =
                past.ticketKnown() ? Alarm.of(insight, origin, past, limits(said.kind())) : Optional.empty();
        Read read = read(origin, words, insight, alarm.map(Alarm::kind).orElse(null));
        recent.add(read);
        return new Finding(said, read, insight, alarm);
    }

    /** What is remembered of a message. */
    static Read read(Origin origin, Long words, Insight insight, AlarmKind alarm) {
        return new Read(
                origin,
                words,
                InsightWords.sentimentLevel(insight.sentiment().label()),
                InsightWords.hostilityLevel(insight.hostility().level()),
                insight.escalation().score(),
                alarm);
    }

    /** Another subject is no message of its own, and by an automatic reply nobody turns to us. */
    static Long words(Heard.Kind kind, Reading reading) {
        return kind == Heard.Kind.TITLE || reading.autoReply() ? null : Read.wordsOf(reading.cleaned());
    }

    private Insight insight(Heard.Said said, Reading reading, Past past, long start) {
        Insight.Sentiment sentiment = reading.sentiment();
        String trend = past.trend(InsightWords.sentimentLevel(sentiment.label()));
        Insight.Urgency urgency = reading.urgency();
        Boolean differs = said.priority() == null ? null : !said.priority().equals(urgency.priority());
        return new Insight(
                said.origin().ticketId(),
                said.origin().eventId(),
                reading.language(),
                new Insight.Sentiment(sentiment.score(), sentiment.label(), sentiment.confidence(), trend),
                reading.hostility(),
                new Insight.Urgency(urgency.priority(), urgency.confidence(), differs),
                reading.category(),
                escalations.score(reading, past, trend),
                similar(said, reading),
                reading.entities(),
                reading.spam(),
                reading.autoReply(),
                reading.explanations(),
                reader.model(),
                Math.round((System.nanoTime() - start) / 1e4) / 100.0);
    }

    /** A reply is not what the ticket is about. */
    private List<Insight.Similar> similar(Heard.Said said, Reading reading) {
        UUID connectorId = said.origin().connectorId();
        return said.kind() == Heard.Kind.REPLY || connectorId == null
                ? List.of()
                : likes.findAndAdd(
                        connectorId,
                        said.origin().ticketId(),
                        reading.cleaned(),
                        said.origin().at());
    }

    private Alarm.Limits limits(Heard.Kind kind) {
        return new Alarm.Limits(
                settings.hostilityThreshold(),
                settings.escalationThreshold(),
                kind == Heard.Kind.TITLE ? FOR_EVER : settings.cooling());
    }
}
