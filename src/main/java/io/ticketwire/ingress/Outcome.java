package io.ticketwire.ingress;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.ticketwire.connector.Connector;

/** What becomes of a request. */
public sealed interface Outcome {

    /** The status of the answer. */
    default int status() {
        return this instanceof Refused refused
                ? refused.refusal().status()
                : ((Taken) this).reply().status();
    }

    /** What a verification comes to by itself; empty if the request may be read. */
    static Optional<Outcome> of(Verification verification) {
        if (verification instanceof Verification.Refused) {
            return Optional.of(new Refused(Refusal.SIGNATURE, "The signature is missing or wrong"));
        }
        return verification instanceof Verification.Undecided
                ? Optional.of(new Refused(Refusal.KEYS_UNAVAILABLE, "The signature can't be checked now; try again"))
                : Optional.empty();
    }

    /**
     * What a reading comes to, once that is durable which has to be.
     *
     * @param acknowledgement of the provider
     */
    static Outcome of(Reading reading, Connector connector, Reply acknowledgement) {
        if (reading instanceof Reading.Events events) {
            List<UUID> ids = events.events().stream().map(InboundEvent::id).toList();
            return new Accepted(connector, ids, acknowledgement);
        }
        if (reading instanceof Reading.Nothing nothing) {
            return new Kept(connector, nothing.reason(), acknowledgement);
        }
        if (reading instanceof Reading.Answered answered) {
            return new Answered(connector, answered.reason(), answered.reply());
        }
        if (reading instanceof Reading.Confirmation) {
            return new Answered(connector, "confirmed", acknowledgement);
        }
        return reading instanceof Reading.Misdirected misdirected
                ? new Refused(Refusal.WRONG_ROUTE, misdirected.detail())
                : new Refused(Refusal.MALFORMED, ((Reading.Malformed) reading).detail());
    }

    /** Nothing more is wanted of the sender. */
    sealed interface Taken extends Outcome {

        /** What the sender gets. */
        Reply reply();
    }

    /** Durable on the broker. */
    record Accepted(Connector connector, List<UUID> eventIds, Reply reply) implements Taken {}

    /** Genuine, but of no use: durable among the dead, for a person to look at. */
    record Kept(Connector connector, String reason, Reply reply) implements Taken {}

    /** Nothing but the protocol: answered, and that is all. */
    record Answered(Connector connector, String reason, Reply reply) implements Taken {}

    /** Not taken. */
    record Refused(Refusal refusal, String detail) implements Outcome {}

    /** Why a request is not taken: the word in the metrics and the status of the answer. */
    enum Refusal {
        UNKNOWN_CONNECTOR(404),
        WRONG_ROUTE(404),
        DISABLED_CONNECTOR(403),
        GREETING(403),
        METHOD(405),
        MEDIA_TYPE(415),
        TOO_LARGE(413),
        TOO_SLOW(408),
        SIGNATURE(401),
        MALFORMED(400),
        BUSY(503),
        DISK(503),
        ATTACHMENTS_UNAVAILABLE(503),
        UNCONFIRMED(503),
        KEYS_UNAVAILABLE(503),
        BROKER_UNAVAILABLE(503);

        private final int status;

        Refusal(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
