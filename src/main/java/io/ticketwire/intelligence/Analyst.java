package io.ticketwire.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.event.Insight;
import io.ticketwire.event.InsightWords;
import io.ticketwire.intelligence.escalation.Trend;
import io.ticketwire.intelligence.history.Alarm;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.intelligence.history.Before;
import io.ticketwire.intelligence.history.Origin;
import io.ticketwire.intelligence.history.Past;
import io.ticketwire.intelligence.history.Read;
import io.ticketwire.intelligence.history.Recent;
import io.ticketwire.intelligence.similar.SimilarTickets;

/** Judges messages by what they say and by what was before them. Computes, and neither reads nor writes anything elsewhere. */
@ApplicationScoped
public class Analyst {

    private static final int REMEMBERED = 5_000;

    /** A ticket that only gets another subject, perhaps by an agent, is never escalated twice for what it says. */
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Reader reader;
    private final SimilarTickets similar;
    private final IntelligenceSettings settings;
    private final Recent recent = new Recent(REMEMBERED);

    Analyst(Reader reader, SimilarTickets similar, IntelligenceSettings settings) {
        this.reader = reader;
        this.similar = similar;
        this.settings = settings;
    }

    /**
     * Judges messages one after the other, and remembers each for the next. To be called in the order in which a ticket's
     * messages came.
     *
     * @param before what is stored, by the messages' events
     * @param now by our clock: what came long ago is no alarm any more
     * @param bury gets a message on which judging fails; no other is kept from being judged by it
     */
    List<Finding> judge(
            List<Heard.Judged> batch, Map<UUID, Before> before, Instant now, BiConsumer<Heard.Judged, Throwable> bury) {
        List<Finding> findings = new ArrayList<>(batch.size());
        for (Heard.Judged heard : batch) {
            try {
                findings.add(judge(heard, before.getOrDefault(heard.origin().eventId(), Before.NOTHING), now));
            } catch (RuntimeException | StackOverflowError defect) {
                bury.accept(heard, defect);
            }
        }
        return findings;
    }

    private Finding judge(Heard.Judged heard, Before before, Instant now) {
        Finding finding = heard instanceof Heard.Said said ? said(said, before, now) : opened(heard, before, now);
        recent.add(finding.read());
        return finding;
    }

    private Finding said(Heard.Said said, Before before, Instant now) {
        long start = System.nanoTime();
        Origin origin = said.origin();
        Reading reading = reader.read(said.message());
        Long words = words(said.kind(), reading.autoReply(), reading.cleaned());
        Past past = past(origin, words, before);
        Insight insight = insight(said, reading, past, start);
        Optional<Alarm> alarm = mayEscalate(said, past, now) ? alarm(said, insight, past, now) : Optional.empty();
        Read read = read(origin, words, insight, alarm.map(Alarm::kind).orElse(null), limits(settings));
        return new Finding(said, read, insight, alarm);
    }

    /**
     * Nothing is stored of it, as nothing was read: that it was escalated is known to this process alone, and after a restart the
     * next insult escalates it again.
     */
    private Finding opened(Heard.Judged ticket, Before before, Instant now) {
        Past past = past(ticket.origin(), null, before);
        Optional<Alarm> alarm = mayEscalate(ticket, past, now) ? earlier(past, now) : Optional.empty();
        Read read = new Read(
                ticket.origin(), null, 0, 0, 0, null, alarm.map(Alarm::kind).orElse(null));
        return new Finding(ticket, read, null, alarm);
    }

    private Past past(Origin origin, Long words, Before before) {
        return Past.of(origin, words, before, recent.about(origin), settings.historyWindow());
    }

    /** For the worse of what it says, and of what came before its ticket; when it is read again, for what it was. */
    private Optional<Alarm> alarm(Heard.Said said, Insight insight, Past past, Instant now) {
        Optional<Alarm> own = Alarm.of(insight, said.origin(), past, limits(said.kind()));
        return said.opensTicket() && past.own() == null
                ? Stream.concat(own.stream(), earlier(past, now).stream()).max(Comparator.comparing(Alarm::kind))
                : own;
    }

    private Optional<Alarm> earlier(Past past, Instant now) {
        return Alarm.ofEarlier(past, now.minus(settings.alarmMaxAge()));
    }

    /** By our clock on both sides: a source's may be wrong, and what it tells late it tells us now. */
    private boolean mayEscalate(Heard.Judged heard, Past past, Instant now) {
        return past.ticketKnown() && !heard.event().receivedAt().isBefore(now.minus(settings.alarmMaxAge()));
    }

    /** What is remembered of a message. */
    static Read read(Origin origin, Long words, Insight insight, AlarmKind alarm, Alarm.Limits limits) {
        return new Read(
                origin,
                words,
                InsightWords.sentimentLevel(insight.sentiment().label()),
                InsightWords.hostilityLevel(insight.hostility().level()),
                insight.escalation().score(),
                Alarm.grounds(insight, limits).orElse(null),
                alarm);
    }

    /** Another subject is no message of its own, and by an automatic reply nobody turns to us. */
    static Long words(Heard.Kind kind, boolean autoReply, String cleaned) {
        return kind == Heard.Kind.TITLE || autoReply ? null : Read.wordsOf(cleaned);
    }

    private Insight insight(Heard.Said said, Reading reading, Past past, long start) {
        Insight.Sentiment sentiment = reading.sentiment();
        Trend trend = reading.trend(past);
        Insight.Urgency urgency = reading.urgency();
        Boolean differs = said.priority() == null ? null : !said.priority().equals(urgency.priority());
        return new Insight(
                said.origin().ticketId(),
                said.origin().eventId(),
                reading.language(),
                new Insight.Sentiment(
                        sentiment.score(),
                        sentiment.label(),
                        sentiment.confidence(),
                        trend == null ? null : trend.word()),
                reading.hostility(),
                new Insight.Urgency(urgency.priority(), urgency.confidence(), differs),
                reading.category(),
                reading.escalation(past),
                similar(said, reading),
                reading.entities(),
                reading.spam(),
                reading.autoReply(),
                reading.explanations(),
                reading.model(),
                Math.round((System.nanoTime() - start) / 1e4) / 100.0);
    }

    /** A reply is not what the ticket is about. */
    private List<Insight.Similar> similar(Heard.Said said, Reading reading) {
        UUID connectorId = said.origin().connectorId();
        return said.kind() == Heard.Kind.REPLY || connectorId == null
                ? List.of()
                : similar.findAndAdd(
                        connectorId,
                        said.origin().ticketId(),
                        about(said.message().subject(), reading.cleaned()),
                        said.origin().at());
    }

    /** What a ticket is about: the subject says it at times, and the text no more than hello. */
    static String about(String subject, String cleaned) {
        return subject == null ? cleaned : subject + "\n" + cleaned;
    }

    private Alarm.Limits limits(Heard.Kind kind) {
        Alarm.Limits limits = limits(settings);
        return kind == Heard.Kind.TITLE ? new Alarm.Limits(limits.hostility(), limits.escalation(), FOR_EVER) : limits;
    }

    /** From when on a message is an alarm. */
    static Alarm.Limits limits(IntelligenceSettings settings) {
        return new Alarm.Limits(settings.hostilityThreshold(), settings.escalationThreshold(), settings.cooling());
    }
}
