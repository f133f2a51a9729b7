package io.ticketwire.ingress.mail;

import java.time.Instant;

import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.Vector;

/** Vectors as requests. */
public final class Signed {

    private Signed() {}

    public static IncomingRequest request(Vector vector, Instant receivedAt) {
        return callback(vector, receivedAt).get();
    }

    public static Callback callback(Vector vector, Instant receivedAt) {
        Callback callback = Callback.of(vector.body()).uri(vector.route()).receivedAt(receivedAt);
        for (int i = 0; i < vector.headers().size(); i += 2) {
            String value = vector.headers().get(i + 1);
            callback.header(vector.headers().get(i), value);
            if (vector.headers().get(i).equals("Content-Type")) {
                callback.mediaType(value.split(";")[0]);
            }
        }
        return callback;
    }
}
