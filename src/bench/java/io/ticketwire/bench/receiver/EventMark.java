package io.ticketwire.bench.receiver;

import io.vertx.core.buffer.Buffer;

/**
 * What the generator writes into an event's {@code external_id}, {@code <run>:<micros>}.
 *
 * @param run the phase
 * @param micros when the event was to be sent, since 1970
 */
public record EventMark(String run, long micros) {

    private static final String FIELD = "\"external_id\":\"";

    @Override
    public String toString() {
        return run + ":" + micros;
    }

    /** Finds it in an envelope. */
    static EventMark in(Buffer envelope) {
        String text = envelope.toString();
        int start = text.indexOf(FIELD) + FIELD.length();
        int colon = text.indexOf(':', start);
        int end = text.indexOf('"', colon);
        return new EventMark(text.substring(start, colon), Long.parseLong(text, colon + 1, end, 10));
    }
}
