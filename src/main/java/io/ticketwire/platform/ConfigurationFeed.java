package io.ticketwire.platform;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Tells the caches of this process which rows of configuration changed: the database announces each in the transaction
 * that changes it (see the triggers of the first migration). What was missed while the connection was lost is made up for
 * by a full re-read as soon as it is back, and by one at a fixed interval whatever happens.
 */
@ApplicationScoped
public class ConfigurationFeed {

    private static final Logger LOG = Logger.getLogger(ConfigurationFeed.class);
    private static final String CHANNEL = "ticketwire_configuration";
    private static final long RECONNECT_MS = 500;

    private final Map<String, Listener> listeners = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final Duration reread;
    private final PgSubscriber subscriber;

    private record Listener(Consumer<UUID> changed, Runnable everything) {}

    ConfigurationFeed(
            Vertx vertx,
            PlatformSettings settings,
            @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String username,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.vertx = vertx;
        this.reread = settings.cache().reread();
        PgConnectOptions options = PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
                .setUser(username)
                .setPassword(password)
                .addProperty("application_name", "ticketwire-configuration");
        this.subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(retries -> RECONNECT_MS);
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

    /** Connects; to be called once, after the listeners have read their tables for the first time. */
    void start() {
        subscriber.channel(CHANNEL).subscribeHandler(ignored -> everything()).handler(this::announced);
        subscriber
                .connect()
                .onFailure(e -> LOG.warnf("Configuration changes are not announced yet: %s", e.getMessage()));
        vertx.setPeriodic(reread.toMillis(), ignored -> everything());
    }

    private void announced(String payload) {
        int colon = payload.indexOf(':');
        Listener listener = listeners.get(payload.substring(0, colon));
        if (listener != null) {
            listener.changed().accept(UUID.fromString(payload.substring(colon + 1)));
        }
    }

    private void everything() {
        listeners.values().forEach(listener -> listener.everything().run());
    }

    @PreDestroy
    void close() {
        subscriber.close();
    }
}
