package io.ticketwire.delivery.gate;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import io.ticketwire.delivery.gate.Admission.Diverted;
import io.ticketwire.delivery.gate.Admission.Reason;
import io.ticketwire.endpoint.Endpoint;

/** What is known of one endpoint in this process. Its methods are quick, and exclude one another. */
final class Gate {

    private final URI url;
    private final GateSettings settings;
    private volatile int inFlight;
    private boolean probing;
    private Circuit circuit = Circuit.CLOSED;
    private WaitingLine line = WaitingLine.EMPTY;
    private TokenBucket bucket;
    private Instant pausedUntil = Instant.MIN;
    private volatile Instant lastAnswer;
    private Instant lastUse;

    Gate(Endpoint endpoint, GateSettings settings, Instant now) {
        this.url = endpoint.url();
        this.settings = settings;
        this.lastAnswer = now;
        this.lastUse = now;
    }

    /** Whether what is known is of another place: the endpoint's URL has been changed. */
    boolean isOfAnother(Endpoint endpoint) {
        return !url.equals(endpoint.url());
    }

    /** Whether the process has room for another request, given how many an endpoint has and whether it is slow. */
    interface Room {
        boolean has(int inFlight, boolean slow);
    }

    /** Lets the delivery pass, or gives it a place in the line. */
    synchronized Admission enter(Endpoint endpoint, Instant now, Room room, Runnable release) {
        lastUse = now;
        if (pausedUntil.isAfter(now)) {
            return divert(endpoint, now, pausedUntil, Reason.PAUSED);
        }
        if (!circuit.closed() && (probing || circuit.openUntil().isAfter(now))) {
            return divert(endpoint, now, circuit.openUntil(), Reason.CIRCUIT);
        }
        if (inFlight >= endpoint.maxInFlight() || !room.has(inFlight, slow(now))) {
            return divert(endpoint, now, now, Reason.BUSY);
        }
        if (!takeToken(endpoint.rateLimit(), now)) {
            return divert(endpoint, now, now, Reason.RATE);
        }
        if (inFlight == 0) {
            lastAnswer = now;
        }
        inFlight++;
        probing = !circuit.closed();
        return new Pass(this, probing, release);
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

    private Diverted divert(Endpoint endpoint, Instant now, Instant until, Reason reason) {
        Instant soonest = now.plus(settings.diversion());
        line = line.withPlace(until.isAfter(soonest) ? until : soonest, endpoint.maxInFlight(), endpoint.rateLimit());
        return new Diverted(line.last(), reason);
    }

    synchronized void leave(boolean probe) {
        inFlight--;
        if (probe) {
            probing = false;
        }
    }

    synchronized void succeeded(boolean probe, Duration duration, Instant now) {
        leave(probe);
        lastAnswer = now;
        line = line.afterAttempt(duration);
        circuit = circuit.succeeded();
    }

    /** What fails says nothing of how long a good attempt takes. */
    synchronized void failed(boolean probe, boolean answered, Instant pauseUntil, Instant now) {
        leave(probe);
        if (answered) {
            lastAnswer = now;
        }
        circuit = circuit.failed(now, probe, settings.circuit());
        if (pauseUntil != null && pauseUntil.isAfter(pausedUntil)) {
            pausedUntil = pauseUntil;
        }
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
