package io.ticketwire.ingress;

import java.util.List;
import java.util.UUID;

import io.ticketwire.connector.Connector;

/** What becomes of a request. */
public sealed interface Outcome {

    /** Durable on the broker. */
    record Accepted(Connector connector, List<UUID> eventIds, Reply reply) implements Outcome {}

    /** Genuine, but of no use: durable among the dead, for a person to look at. */
    record Kept(Connector connector, String reason, Reply reply) implements Outcome {}

    /** Nothing but the protocol: answered, and that is all. */
    record Answered(Connector connector, String reason, Reply reply) implements Outcome {}

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
