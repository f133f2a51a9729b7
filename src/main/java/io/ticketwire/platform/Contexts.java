package io.ticketwire.platform;

import java.util.function.Supplier;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/** Which Vert.x context work runs on. A session of the database lives and dies on one. */
public final class Contexts {

    private Contexts() {}

    /** Runs the work on an event-loop context of its own, so that it may open a session whoever asks for it. */
    public static <T> Uni<T> onNewContext(Vertx vertx, Supplier<Uni<? extends T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(((VertxInternal) vertx).createEventLoopContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    ignored -> Uni.createFrom().deferred(work).subscribe().with(emitter::complete, emitter::fail));
        });
    }

    /** The same result, on the context that asks for it now. */
    public static <T> Uni<T> onCallersContext(Uni<T> result) {
        Context context = Vertx.currentContext();
        return context == null ? result : result.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
