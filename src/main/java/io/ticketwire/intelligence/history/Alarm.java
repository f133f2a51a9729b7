package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ticketwire.event.Insight;
import io.ticketwire.event.InsightWords;
import io.ticketwire.intelligence.escalation.EscalationPolicy;

/**
 * A message that escalates its ticket.
 *
 * @param reason in one sentence for people
 */
public record Alarm(AlarmKind kind, String reason) {

    /** How much a score has to rise so that somebody is told again. */
    private static final int RISE = 20;

    /** By how many levels a mood falls before that is an alarm. */
    private static final int FALL = 2;

    /** The reasons of the score that an alarm's sentence begins with anyway. */
    private static final Map<AlarmKind, Set<String>> SAID = Map.of(
            AlarmKind.HOSTILITY, Set.of(EscalationPolicy.HOSTILE),
            AlarmKind.MOOD, Set.of(EscalationPolicy.FRUSTRATED, EscalationPolicy.FALLING),
            AlarmKind.SCORE, Set.of());

    /** What a sentence holds of the reasons of the score. */
    private static final int MAX_REASONS = 4;

    /**
     * From when on there is an alarm.
     *
     * @param hostility score of a hostile message, from 0 to 1
     * @param escalation score, from 0 to 100
     * @param cooling how long a ticket is not escalated again for the same or less, by when messages came to us
     */
    public record Limits(double hostility, int escalation, Duration cooling) {}

    /**
     * Decides: a pure function. A ticket that was escalated lately is escalated again only for a worse kind, or if the score
     * has leapt: five insults within a minute are one alarm, and so are those of a day that a source tells at once. A message
     * that is read again is what it was: by now its past holds messages that came after it.
     */
    public static Optional<Alarm> of(Insight insight, Origin origin, Past past, Limits limits) {
        if (past.own() != null) {
            return Optional.ofNullable(past.own().alarm()).map(kind -> new Alarm(kind, reason(kind, insight, past)));
        }
        AlarmKind kind = kind(insight, past, limits);
        if (kind == null) {
            return Optional.empty();
        }
        boolean told = past.inTicket().stream()
                .filter(read -> read.alarm() != null && within(read.origin(), origin, limits.cooling()))
                .anyMatch(read -> covers(read, kind, insight.escalation().score(), limits));
        return told ? Optional.empty() : Optional.of(new Alarm(kind, reason(kind, insight, past)));
    }

    /**
     * Decides for what overtook its ticket, once that comes: a ticket that was never seen can't be escalated. The worst that was
     * said counts, unless there was an alarm as bad.
     *
     * @param past of the message by which the ticket is known: all that was read in it came too early
     * @param since what came before then, by our clock, is no alarm any more
     */
    public static Optional<Alarm> ofEarlier(Past past, Instant since) {
        return past.inTicket().stream()
                .filter(read ->
                        read.grounds() != null && !read.origin().receivedAt().isBefore(since))
                .max(Comparator.comparing(Read::grounds))
                .filter(worst -> past.inTicket().stream()
                        .noneMatch(read -> read.alarm() != null && read.alarm().compareTo(worst.grounds()) >= 0))
                .map(worst -> new Alarm(worst.grounds(), reasonOfEarlier(worst)));
    }

    /** By itself no message is a fall of the mood. */
    private static String reasonOfEarlier(Read read) {
        String what = read.grounds() == AlarmKind.HOSTILITY
                ? "Hostile message"
                : "Escalation score " + read.escalation() + " of 100 of a message";
        return what + " that came before its ticket";
    }

    /**
     * Why a message would escalate a ticket that it has overtaken; empty if it would not. Neither a fall of the mood
     * nor what was escalated before counts; the score does, with all that it holds of the time before the message: the trend,
     * contacts, waiting, reopened.
     */
    public static Optional<AlarmKind> grounds(Insight insight, Limits limits) {
        return Optional.ofNullable(kind(insight, Past.NOTHING, limits));
    }

    /** By our clock: what a source kept back for hours and tells now came at once. */
    private static boolean within(Origin one, Origin other, Duration time) {
        return Duration.between(one.receivedAt(), other.receivedAt()).abs().compareTo(time) < 0;
    }

    private static AlarmKind kind(Insight insight, Past past, Limits limits) {
        int hostility = InsightWords.hostilityLevel(insight.hostility().level());
        if (hostility == 2 && insight.hostility().score() >= limits.hostility()) {
            return AlarmKind.HOSTILITY;
        }
        if (insight.spam() || insight.autoReply()) {
            return null; // insults are told of in any case: a machine may have taken them for spam
        }
        if (hostility > 0 && fall(insight, past) >= FALL) {
            return AlarmKind.MOOD;
        }
        return insight.escalation().score() >= limits.escalation() ? AlarmKind.SCORE : null;
    }

    private static int fall(Insight insight, Past past) {
        return past.fall(InsightWords.sentimentLevel(insight.sentiment().label()));
    }

    /** Of a message that is read again the fall may be hidden by what came after it. */
    private static String fell(int levels) {
        return levels == 0 ? "" : ", the sentiment fell by " + levels + " levels";
    }

    /** Every message of a row adds a little to the score: only a leap beyond what was an alarm already is news. */
    private static boolean covers(Read alarmed, AlarmKind kind, int score, Limits limits) {
        return alarmed.alarm().compareTo(kind) >= 0
                && score < Math.max(alarmed.escalation(), limits.escalation()) + RISE;
    }

    private static String reason(AlarmKind kind, Insight insight, Past past) {
        String what =
                switch (kind) {
                    case HOSTILITY -> "Hostile message";
                    case MOOD -> "Frustrated customer" + fell(fall(insight, past));
                    case SCORE -> "Escalation score " + insight.escalation().score() + " of 100";
                };
        String why = insight.escalation().reasons().stream()
                .filter(reason -> !SAID.get(kind).contains(reason))
                .limit(MAX_REASONS)
                .collect(Collectors.joining(", "));
        return why.isEmpty() ? what : what + ": " + why;
    }
}
