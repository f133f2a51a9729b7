package io.ticketwire.delivery.gate;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
    private volatile int inFlight;
    private boolean probing;
    private Circuit circuit = Circuit.CLOSED;
    private WaitingLine line = WaitingLine.EMPTY;
    private TokenBucket bucket;
    private Instant pausedUntil = Instant.MIN;
    private volatile Instant lastAnswer;
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

    /** Lets a visitor pass, lets it wait a moment, or sends it away. */
    synchronized List<Runnable> enter(Visitor visitor, Instant now) {
        lastUse = now;
        Reason refusal = waiting.isEmpty() ? refusal(visitor, now) : Reason.BUSY;
        if (refusal == Reason.BUSY && mayWait(visitor, now)) {
            waiting.add(visitor);
            return List.of();
        }
        return List.of(answer(visitor, refusal, now));
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
        if (inFlight >= permits(visitor) || !room.forBodies(visitor.size()) || slow(now) && !room.forSlow(now)) {
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
        }
        inFlight++;
        probing = !circuit.closed();
        return new Pass(this, probing, visitor.size());
    }

    private Diverted divert(Visitor visitor, Reason reason, Instant now) {
        room.leave(visitor.size());
        Instant earliest = now.plus(settings.diversion());
        if (reason == Reason.PAUSED && pausedUntil.isAfter(earliest)) {
            earliest = pausedUntil;
        } else if (reason == Reason.CIRCUIT && circuit.openUntil().isAfter(earliest)) {
            earliest = circuit.openUntil();
        }
        Endpoint endpoint = visitor.endpoint();
        line = line.withPlace(earliest, endpoint.maxInFlight(), endpoint.rateLimit());
        return new Diverted(line.last(), reason);
    }

    /** One that passed made no attempt. */
    synchronized List<Runnable> unused(Pass pass, Instant now) {
        leave(pass);
        return letWaitingIn(now);
    }

    synchronized List<Runnable> succeeded(Pass pass, Duration duration, Instant now) {
        leave(pass);
        lastAnswer = now;
        line = line.afterAttempt(duration);
        circuit = circuit.succeeded();
        return letWaitingIn(now);
    }

    /** What fails says nothing of how long a good attempt takes. */
    synchronized List<Runnable> failed(Pass pass, boolean answered, Instant pauseUntil, Instant now) {
        leave(pass);
        if (answered) {
            lastAnswer = now;
        }
        circuit = circuit.failed(now, pass.probe(), settings.circuit());
        if (pauseUntil != null && pauseUntil.isAfter(pausedUntil)) {
            pausedUntil = pauseUntil;
        }
        return letWaitingIn(now);
    }

    private void leave(Pass pass) {
        room.leave(pass.size());
        inFlight--;
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
        return slow(now) ? clear(now) : sendAway(now.minus(settings.diversion()), now);
    }

    /** Sends all away who wait. */
    synchronized List<Runnable> clear(Instant now) {
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

    /** Asked by other gates: it must not wait for this one. */
    int slowInFlight(Instant now) {
        return slow(now) ? inFlight : 0;
    }

    /** Whether it may be forgotten. */
    synchronized boolean idle(Instant now) {
        return inFlight == 0
                && waiting.isEmpty()
                && pausedUntil.isBefore(now)
                && lastUse.plus(settings.gateIdle()).isBefore(now);
    }

    synchronized boolean open() {
        return !circuit.closed();
    }

    synchronized boolean paused(Instant now) {
        return pausedUntil.isAfter(now);
    }
}
