package io.ticketwire.platform;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

/**
 * The rows of a table of configuration in the memory of this process.
 *
 * <p>One read at a time: what is asked for meanwhile is read together afterwards, so an older state never overwrites a
 * newer one. A read that fails leaves the copy as it is and is tried again. A row that cannot be understood leaves its
 * last good copy in place; at the first read it ends the start if the reason is the configuration (the wrong key, say).
 *
 * @param <R> a row
 * @param <T> what is kept of it
 */
public final class ConfigurationCopy<R, T> {

    private static final Logger LOG = Logger.getLogger(ConfigurationCopy.class);
    private static final long RETRY_MS = 1_000;

    /** How the rows are read. Each read is subscribed to on a Vert.x context of its own, fit for a session. */
    public interface Rows<R> {
        Uni<List<R>> all();

        /** Those of these rows that still exist. */
        Uni<List<R>> of(Set<UUID> ids);
    }

    private final String table;
    private final Vertx vertx;
    private final Rows<R> rows;
    private final Function<R, UUID> id;
    private final Function<R, T> keep;
    private final Map<UUID, T> copies = new ConcurrentHashMap<>();
    private volatile boolean loaded;
    private boolean reading;
    private Wanted wanted = new Wanted();

    /** What failed reads were to bring. As long as there is any, one timer is set to want it again. */
    private Wanted missed = new Wanted();

    private final Outage outage;

    /** What the next read is to bring. */
    private static final class Wanted {
        final CompletableFuture<Void> done = new CompletableFuture<>();
        final Set<UUID> ids = new HashSet<>();
        boolean all;

        boolean nothing() {
            return !all && ids.isEmpty();
        }

        void add(Wanted other) {
            all |= other.all;
            ids.addAll(other.ids);
        }
    }

    public ConfigurationCopy(String table, Vertx vertx, Rows<R> rows, Function<R, UUID> id, Function<R, T> keep) {
        this.table = table;
        this.outage = new Outage("configuration, " + table);
        this.vertx = vertx;
        this.rows = rows;
        this.id = id;
        this.keep = keep;
    }

    public Optional<T> find(UUID key) {
        return Optional.ofNullable(copies.get(key));
    }

    public Collection<T> all() {
        return copies.values();
    }

    /** Whether the table has been read at least once. */
    public boolean loaded() {
        return loaded;
    }

    /** Reads everything again. */
    public Uni<Void> refresh() {
        return want(null);
    }

    /** Reads one row again. */
    public Uni<Void> refresh(UUID key) {
        return want(key);
    }

    private Uni<Void> want(UUID key) {
        CompletableFuture<Void> done;
        synchronized (this) {
            if (key == null) {
                wanted.all = true;
            } else {
                wanted.ids.add(key);
            }
            done = wanted.done;
        }
        readNext();
        return Contexts.onCallersContext(Uni.createFrom().completionStage(() -> done.copy()));
    }

    private void readNext() {
        Wanted now;
        synchronized (this) {
            if (reading || wanted.nothing()) {
                return;
            }
            reading = true;
            now = wanted;
            wanted = new Wanted();
        }
        Contexts.onNewContext(vertx, () -> now.all ? rows.all() : rows.of(now.ids))
                .invoke(found -> apply(now, found))
                .subscribe()
                .with(ignored -> ended(now, null), failure -> ended(now, failure));
    }

    private void apply(Wanted now, List<R> found) {
        Set<UUID> gone = new HashSet<>(now.all ? copies.keySet() : now.ids);
        for (R row : found) {
            UUID key = id.apply(row);
            gone.remove(key);
            try {
                copies.put(key, keep.apply(row));
            } catch (ConfigurationException failure) {
                unreadable(key, failure);
                if (!loaded) {
                    throw failure;
                }
            } catch (RuntimeException failure) {
                unreadable(key, failure);
            }
        }
        copies.keySet().removeAll(gone);
        loaded |= now.all;
    }

    private void unreadable(UUID key, RuntimeException failure) {
        LOG.errorf("Row %s of %s cannot be used: %s", key, table, failure.getMessage());
    }

    private void ended(Wanted now, Throwable failure) {
        synchronized (this) {
            reading = false;
        }
        if (failure == null) {
            outage.succeeded();
            now.done.complete(null);
        } else {
            now.done.completeExceptionally(failure);
            if (loaded) {
                tryAgain(now, failure);
            }
        }
        readNext();
    }

    private void tryAgain(Wanted failed, Throwable failure) {
        outage.failed(failure);
        synchronized (this) {
            boolean timerIsSet = !missed.nothing();
            missed.add(failed);
            if (timerIsSet) {
                return;
            }
        }
        vertx.setTimer(RETRY_MS, ignored -> {
            synchronized (this) {
                wanted.add(missed);
                missed = new Wanted();
            }
            readNext();
        });
    }
}
