package io.ticketwire.event;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The body of an outgoing webhook: {@code {"id","event","timestamp","data"}} with the event's value byte for byte. */
public final class Envelope {

    private Envelope() {}

    /** The exact bytes that are sent and signed. */
    public static byte[] of(UUID eventId, String type, Instant time, byte[] data) {
        byte[] head = ("{\"id\":\"" + eventId + "\",\"event\":" + Json.text(type) + ",\"timestamp\":\""
                        + Json.time(time) + "\",\"data\":")
                .getBytes(UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream(head.length + data.length + 1);
        body.writeBytes(head);
        body.writeBytes(data);
        body.write('}');
        return body.toByteArray();
    }
}
