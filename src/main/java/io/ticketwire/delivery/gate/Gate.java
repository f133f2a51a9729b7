package io.ticketwire.delivery.gate;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

import io.ticketwire.delivery.gate.Admission.Diverted;
import io.ticketwire.delivery.gate.Admission.Reason;
import io.ticketwire.endpoint.Endpoint;

/**
 * What is known of one endpoint in this process. Its methods are quick, and exclude one another; what they give is for the
 * caller to run outside of them: it tells visitors what they may do.
 */
final class Gate {

    /** No more may wait than get their turn within this: enough that an endpoint that is fast never runs idle. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final URI url;
    private final GateSettings settings;
    private final Room room;
    private final Queue<Visitor> waiting = new ArrayDeque<>();
    private int inFlight;
    private boolean probing;
    private Circuit circuit = Circuit.CLOSED;
    private WaitingLine line = WaitingLine.EMPTY;
    private TokenBucket bucket;
    private Instant pausedUntil = Instant.MIN;
    private Instant lastAnswer;

    /** Whether none of the requests under way, and none since they are, has been answered. */
    private boolean unanswered;

    private boolean closed;
    private Instant lastUse;

    Gate(Endpoint endpoint, GateSettings settings, Room room, Instant now) {
        this.url = endpoint.url();
        this.settings = settings;
        this.room = room;
        this.lastAnswer = now;
        this.lastUse = now;
    }

    /** Whether what is known is of another place: the endpoint's URL has been changed. */
    boolean isOfAnother(Endpoint endpoint) {
        return !url.equals(endpoint.url());
    }

    /** Lets a visitor pass, lets it wait a moment, or sends it away; empty if this gate is no more. */
    synchronized Optional<List<Runnable>> enter(Visitor visitor, Instant now) {
        if (closed) {
            return Optional.empty();
        }
        lastUse = now;
        Reason refusal = waiting.isEmpty() ? refusal(visitor, now) : Reason.BUSY;
        if (refusal == Reason.BUSY && mayWait(visitor, now)) {
            waiting.add(visitor);
            return Optional.of(List.of());
        }
        return Optional.of(List.of(answer(visitor, refusal, now)));
    }

    private boolean mayWait(Visitor visitor, Instant now) {
        return waiting.size() < Math.min(room.forWaiting(), line.served(permits(visitor), MOMENT))
                && !slow(now)
                && room.forBodies(visitor.size());
    }

    /** Why the visitor can't pass now; null: it can, and has taken a token if there is a rate limit. */
    private Reason refusal(Visitor visitor, Instant now) {
        if (pausedUntil.isAfter(now)) {
            return Reason.PAUSED;
        }
        if (!circuit.closed() && (probing || circuit.openUntil().isAfter(now))) {
            return Reason.CIRCUIT;
        }
        boolean full = inFlight >= permits(visitor) || inFlight > 0 && unanswered && !room.forUnanswered();
        if (full || !room.forBodies(visitor.size())) {
            return Reason.BUSY;
        }
        return takeToken(visitor.endpoint().rateLimit(), now) ? null : Reason.RATE;
    }

    private int permits(Visitor visitor) {
        return Math.min(visitor.endpoint().maxInFlight(), room.forOne());
    }

    private boolean takeToken(Double rate, Instant now) {
        if (rate == null) {
            bucket = null;
            return true;
        }
        TokenBucket filled = bucket == null ? TokenBucket.full(rate, now) : bucket.filled(rate, now);
        boolean token = filled.hasToken();
        bucket = token ? filled.less() : filled;
        return token;
    }

    private Runnable answer(Visitor visitor, Reason refusal, Instant now) {
        return visitor.told(refusal == null ? pass(visitor, now) : divert(visitor, refusal, now));
    }

    private Pass pass(Visitor visitor, Instant now) {
        if (inFlight == 0) {
            lastAnswer = now;
            unanswered = true;
        }
        inFlight++;
        room.unanswered(unanswered ? 1 : 0);
        probing = !circuit.closed();
        return new Pass(this, probing);
    }

    private Diverted divert(Visitor visitor, Reason reason, Instant now) {
        Instant until =
                switch (reason) {
                    case PAUSED -> pausedUntil;
                    case CIRCUIT -> circuit.openUntil();
                    case BUSY, RATE -> now;
                };
        return new Diverted(place(visitor.endpoint(), until, now), reason);
    }

    /** When one that can't be attempted before a time is to come again: behind all others who are to come again. */
    synchronized Instant place(Endpoint endpoint, Instant until, Instant now) {
        Instant soonest = now.plus(settings.diversion());
        line = line.withPlace(until.isAfter(soonest) ? until : soonest, endpoint.maxInFlight(), endpoint.rateLimit());
        return line.last();
    }

    /** One that passed made no attempt. */
    synchronized List<Runnable> unused(Pass pass, Instant now) {
        leave(pass);
        if (bucket != null) {
            bucket = bucket.more();
        }
        return letWaitingIn(now);
    }

    synchronized List<Runnable> succeeded(Pass pass, Duration duration, Instant now) {
        leave(pass);
        answered(now);
        line = line.afterAttempt(duration);
        circuit = circuit.succeeded();
        return letWaitingIn(now);
    }

    /** What fails says nothing of how long a good attempt takes. */
    synchronized List<Runnable> failed(Pass pass, boolean answered, Instant pauseUntil, Instant now) {
        leave(pass);
        if (answered) {
            answered(now);
        }
        circuit = circuit.failed(now, pass.probe(), settings.circuit());
        if (pauseUntil != null && pauseUntil.isAfter(pausedUntil)) {
            pausedUntil = pauseUntil;
        }
        return letWaitingIn(now);
    }

    private void answered(Instant now) {
        lastAnswer = now;
        if (unanswered) {
            unanswered = false;
            room.unanswered(-inFlight);
        }
    }

    private void leave(Pass pass) {
        inFlight--;
        room.unanswered(unanswered ? -1 : 0);
        if (pass.probe()) {
            probing = false;
        }
    }

    /** As many as there are permits for, in their order; all are sent away if the endpoint is to be left alone. */
    private List<Runnable> letWaitingIn(Instant now) {
        List<Runnable> told = new ArrayList<>(1);
        while (!waiting.isEmpty()) {
            Reason refusal = refusal(waiting.peek(), now);
            if (refusal == Reason.BUSY) {
                break;
            }
            told.add(answer(waiting.poll(), refusal, now));
        }
        return told;
    }

    /** Sends away who has waited as long as it would have elsewhere; all, if the endpoint does not answer any more. */
    synchronized List<Runnable> expire(Instant now) {
        if (!slow(now)) {
            return sendAway(now.minus(settings.diversion()), now);
        }
        if (!unanswered) {
            unanswered = true;
            room.unanswered(inFlight);
        }
        return sendAway(Instant.MAX, now);
    }

    /** Sends all away who wait, and lets nobody in any more. */
    synchronized List<Runnable> close(Instant now) {
        closed = true;
        return sendAway(Instant.MAX, now);
    }

    private List<Runnable> sendAway(Instant before, Instant now) {
        List<Runnable> told = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().since().isBefore(before)) {
            told.add(answer(waiting.poll(), Reason.BUSY, now));
        }
        return told;
    }

    /** Whether it has requests under way and none of them has been answered for a while. */
    private boolean slow(Instant now) {
        return inFlight > 0 && lastAnswer.plus(settings.slowAfter()).isBefore(now);
    }

    /** Whether it was forgotten: nobody has come for long. */
    synchronized boolean closeIfIdle(Instant now) {
        closed |= inFlight == 0
                && waiting.isEmpty()
                && pausedUntil.isBefore(now)
                && lastUse.plus(settings.gateIdle()).isBefore(now);
        return closed;
    }

    synchronized boolean open() {
        return !circuit.closed();
    }

    synchronized boolean paused(Instant now) {
        return pausedUntil.isAfter(now);
    }
}
