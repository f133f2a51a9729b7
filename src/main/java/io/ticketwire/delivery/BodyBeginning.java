package io.ticketwire.delivery;

import io.vertx.core.buffer.Buffer;

/** The beginning of a body that may be longer than anybody wants to read. */
final class BodyBeginning {

    private final long maxRead;
    private final int maxKept;
    private final Buffer kept = Buffer.buffer();
    private long read;

    BodyBeginning(long maxRead, int maxKept) {
        this.maxRead = maxRead;
        this.maxKept = maxKept;
    }

    /** Takes the next piece; false if that was enough. */
    boolean take(Buffer piece) {
        read += piece.length();
        int room = maxKept - kept.length();
        if (room > 0) {
            kept.appendBuffer(piece, 0, Math.min(piece.length(), room));
        }
        return read < maxRead;
    }

    byte[] bytes() {
        return kept.getBytes();
    }
}
