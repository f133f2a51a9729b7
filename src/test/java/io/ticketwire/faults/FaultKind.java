package io.ticketwire.faults;

import java.time.Duration;

/**
 * What can go wrong. Kinds of one {@link Track} never overlap, those of different tracks do as chance has it.
 *
 * <p>{@code shortest} and {@code longest} bound how long it lasts: how long a killed server stays away, how long a frozen
 * process stands still, how long a receiver refuses. A killed gateway is started again at once.
 */
enum FaultKind {
    /** {@code kill -9} of the gateway. */
    GATEWAY_KILL(Track.GATEWAY, 0, 0, Repeats.AT_ONCE),
    /** The gateway stands still, also for longer than the broker waits for a consumer, and goes on as if nothing had been. */
    GATEWAY_FREEZE(Track.GATEWAY, 2_000, 14_000, Repeats.UNTIL_SETTLED),
    /** {@code kill -9} of the broker. */
    BROKER_KILL(Track.BROKER, 500, 5_000, Repeats.UNTIL_SETTLED),
    /** The broker is stopped and started in good order. */
    BROKER_RESTART(Track.BROKER, 500, 5_000, Repeats.UNTIL_SETTLED),
    /** The broker neither answers nor closes a connection, as on a disk that hangs. */
    BROKER_FREEZE(Track.BROKER, 1_000, 12_000, Repeats.UNTIL_SETTLED),
    /** {@code kill -9} of the database's postmaster. */
    DATABASE_KILL(Track.DATABASE, 500, 5_000, Repeats.UNTIL_SETTLED),
    /** The database is stopped and started in good order; sessions are cut off. */
    DATABASE_RESTART(Track.DATABASE, 500, 5_000, Repeats.UNTIL_SETTLED),
    /** The database neither answers nor closes a connection, as on a disk that hangs. */
    DATABASE_FREEZE(Track.DATABASE, 1_000, 12_000, Repeats.UNTIL_SETTLED),
    /** Each commit of the database waits 50 ms for its disk, each record of the broker for an fsync. */
    SLOW_DISK(Track.DISK, 4_000, 12_000, Repeats.NOTHING),
    /** The receiver answers 500. */
    RECEIVER_ERRORS(Track.RECEIVER, 500, 4_000, Repeats.NOTHING),
    /** Nobody listens at the receiver's port. */
    RECEIVER_REFUSES(Track.RECEIVER, 500, 4_000, Repeats.AT_ONCE),
    /** The receiver takes requests, says nothing, and hangs up in the end. */
    RECEIVER_HANGS(Track.RECEIVER, 500, 4_000, Repeats.NOTHING);

    /** What goes wrong one after the other. */
    enum Track {
        GATEWAY,
        BROKER,
        DATABASE,
        DISK,
        RECEIVER
    }

    /** Which deliveries may come twice because of it: none, those under way when it begins, or all until it is over. */
    enum Repeats {
        NOTHING,
        AT_ONCE,
        UNTIL_SETTLED
    }

    final Track track;
    final Duration shortest;
    final Duration longest;
    final Repeats repeats;

    FaultKind(Track track, long shortestMs, long longestMs, Repeats repeats) {
        this.track = track;
        this.shortest = Duration.ofMillis(shortestMs);
        this.longest = Duration.ofMillis(longestMs);
        this.repeats = repeats;
    }
}
