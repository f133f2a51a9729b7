package io.ticketwire.ingress;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * One large body on its way to disk; on the event loop of its connection. The connection waits while the file is opened, and
 * whenever the disk is behind: so no more of the body is in memory than the file's write queue takes.
 */
final class Spooling {

    private final Vertx vertx;
    private final Spool spool;
    private final HttpServerRequest request;
    private final Runnable onFailure;
    private Path path;
    private AsyncFile file;
    private Buffer waiting = Buffer.buffer();
    private Runnable atEnd;
    private long length;
    private boolean over;
    private boolean closing;

    /** @param onFailure the disk does not take it; called at most once */
    Spooling(Vertx vertx, Spool spool, HttpServerRequest request, Runnable onFailure) {
        this.vertx = vertx;
        this.spool = spool;
        this.request = request;
        this.onFailure = onFailure;
    }

    void start() {
        request.pause();
        try {
            path = spool.newFile();
        } catch (UncheckedIOException e) {
            fail();
            return;
        }
        vertx.fileSystem()
                .open(path.toString(), new OpenOptions().setCreateNew(true).setRead(false))
                .onSuccess(this::opened)
                .onFailure(failure -> fail());
    }

    private void opened(AsyncFile opened) {
        file = opened;
        if (over) {
            closeOnce();
            return;
        }
        file.exceptionHandler(failure -> fail());
        request.resume();
        write(waiting);
        waiting = Buffer.buffer();
        if (atEnd != null) {
            close(atEnd);
        }
    }

    /** Whether there is room for it. */
    boolean take(Buffer chunk) {
        if (!spool.take(chunk.length())) {
            return false;
        }
        length += chunk.length();
        if (file == null) {
            waiting.appendBuffer(chunk);
        } else {
            write(chunk);
        }
        return true;
    }

    private void write(Buffer chunk) {
        file.write(chunk).onFailure(failure -> fail());
        if (file.writeQueueFull()) {
            request.pause();
            file.drainHandler(ignored -> request.resume());
        }
    }

    /** The body is complete. */
    void finish(Consumer<OnDisk> whenWritten) {
        atEnd = () -> {
            if (!over) {
                over = true;
                whenWritten.accept(new OnDisk(path, length));
            }
        };
        if (file != null) {
            close(atEnd);
        }
    }

    private void close(Runnable then) {
        closing = true;
        file.close().onSuccess(ignored -> then.run()).onFailure(failure -> fail());
    }

    /** A file that is being closed can't be closed again; its name can go while it is open. */
    private void closeOnce() {
        if (file != null && !closing) {
            closing = true;
            file.close();
        }
        if (path != null) {
            spool.delete(path);
        }
    }

    private void fail() {
        if (!over) {
            discard();
            onFailure.run();
        }
    }

    /** Nobody wants it any more. */
    void discard() {
        over = true;
        spool.giveBack(length);
        length = 0;
        request.resume();
        closeOnce();
    }
}
