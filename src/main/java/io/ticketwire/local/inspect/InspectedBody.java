package io.ticketwire.local.inspect;

import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

import io.ticketwire.platform.ProblemException;

/** Reads a body of at most 1 MiB. The rest of a larger one is read and dropped, so that the sender sees the answer. */
final class InspectedBody {

    static final int MAX_BYTES = 1 << 20;

    private final HttpServerRequest request;
    private final UniEmitter<? super byte[]> emitter;
    private Buffer collected = Buffer.buffer();

    private InspectedBody(HttpServerRequest request, UniEmitter<? super byte[]> emitter) {
        this.request = request;
        this.emitter = emitter;
    }

    /** The body; fails with the problem that the sender is to see. */
    static Uni<byte[]> of(HttpServerRequest request) {
        return Uni.createFrom().emitter(emitter -> new InspectedBody(request, emitter).read());
    }

    private void read() {
        request.handler(this::add)
                .exceptionHandler(emitter::fail)
                .endHandler(ignored -> end())
                .resume();
    }

    private void add(Buffer chunk) {
        if (collected == null) {
            return;
        }
        if (collected.length() + chunk.length() > MAX_BYTES) {
            collected = null;
            emitter.fail(new ProblemException(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE, "The inspector keeps bodies of at most 1 MiB"));
        } else {
            collected.appendBuffer(chunk);
        }
    }

    private void end() {
        if (collected != null) {
            emitter.complete(collected.getBytes());
        }
    }
}
