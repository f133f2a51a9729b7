package io.ticketwire.platform;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgNotification;
import io.vertx.sqlclient.Pool;
import org.jboss.logging.Logger;

/**
 * Tells the caches of this process which rows of configuration changed: the database announces each in the transaction
 * that changes it (see the triggers of the first migration). What was missed while the connection was lost is made up for
 * by a full re-read as soon as it is back, and by one at a fixed interval whatever happens.
 *
 * <p>It keeps one connection of the pool for itself, so that it is reached in the same way as the database always is: one
 * URL or several, TLS, credentials, whatever the pool is configured with.
 */
@ApplicationScoped
public class ConfigurationFeed {

    private static final Logger LOG = Logger.getLogger(ConfigurationFeed.class);
    private static final String CHANNEL = "ticketwire_configuration";
    private static final long RECONNECT_MS = 500;

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Pool pool;
    private final Duration reread;
    private volatile PgConnection connection;
    private volatile boolean unanswered;
    private volatile boolean away;
    private volatile boolean closed;

    private record Listener(Consumer<UUID> changed, Runnable everything) {}

    ConfigurationFeed(Vertx vertx, Pool pool, PlatformSettings settings) {
        this.vertx = vertx;
        this.pool = pool;
        this.reread = settings.cache().reread();
    }

    /**
     * Listens for changes of a table.
     *
     * @param changed called with the id of a row that was inserted, updated or deleted
     * @param everything called when changes may have been missed
     */
    public void listen(String table, Consumer<UUID> changed, Runnable everything) {
        listeners.put(table, new Listener(changed, everything));
    }

    /** Keeps a process's copy of a table up to date. A read that fails tries itself again. */
    void keepUpToDate(ConfigurationTable table) {
        listen(
                table.table(),
                id -> table.refresh(id).subscribe().with(ignored -> {}, ignored -> {}),
                () -> table.refresh().subscribe().with(ignored -> {}, ignored -> {}));
    }

    /** Connects; to be called once, after the listeners have read their tables for the first time. */
    void start() {
        connect();
        vertx.setPeriodic(reread.toMillis(), ignored -> {
            ping();
            everything();
        });
    }

    private void connect() {
        if (closed) {
            return;
        }
        pool.getConnection()
                .map(PgConnection.class::cast)
                .compose(connected -> connected
                        .notificationHandler(this::announced)
                        .query("listen " + CHANNEL)
                        .execute()
                        .map(connected)
                        .onFailure(ignored -> connected.close()))
                .onSuccess(this::connected)
                .onFailure(this::away);
    }

    private void connected(PgConnection connected) {
        if (away) {
            LOG.info("Configuration changes are announced again");
        }
        away = false;
        unanswered = false;
        connection = connected;
        connected.closeHandler(ignored -> lost(connected));
        everything();
    }

    private void away(Throwable failure) {
        if (closed) {
            return;
        }
        if (!away) {
            LOG.warnf("Configuration changes are not announced for now: %s", failure.getMessage());
        }
        away = true;
        vertx.setTimer(RECONNECT_MS, ignored -> connect());
    }

    /** Each connection is lost once, whoever notices it. */
    private synchronized void lost(PgConnection dead) {
        if (connection == dead && !closed) {
            connection = null;
            connect();
        }
    }

    /** A connection that died without a word is noticed at the second ping. */
    private void ping() {
        PgConnection pinged = connection;
        if (pinged == null) {
            return;
        }
        if (unanswered) {
            pinged.close();
            lost(pinged);
            return;
        }
        unanswered = true;
        pinged.query("select 1").execute().onSuccess(ignored -> unanswered = false);
    }

    private void announced(PgNotification notification) {
        String payload = notification.getPayload();
        int colon = payload.indexOf(':');
        Listener listener = listeners.get(payload.substring(0, colon));
        if (listener != null) {
            listener.changed().accept(UUID.fromString(payload.substring(colon + 1)));
        }
    }

    private void everything() {
        listeners.values().forEach(listener -> listener.everything().run());
    }

    /** Before the pool is closed, which would look like a lost connection. */
    void stop(@Observes ShutdownEvent event) {
        closed = true;
        if (connection != null) {
            connection.close();
        }
    }
}
