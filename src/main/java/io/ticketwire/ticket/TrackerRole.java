package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import io.ticketwire.event.store.OutboxRelay;
import io.ticketwire.platform.Columns;
import io.ticketwire.platform.Drain;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;
import io.ticketwire.ticket.message.MessageTable;

/** What a process does besides consuming when it plays the tracker: it relays the outbox and forgets what is old. */
@ApplicationScoped
public class TrackerRole {

    private final Roles roles;
    private final OutboxRelay relay;
    private final Pool database;
    private final MessageTable messages;
    private final TicketSettings settings;

    TrackerRole(Roles roles, OutboxRelay relay, Pool database, MessageTable messages, TicketSettings settings) {
        this.roles = roles;
        this.relay = relay;
        this.database = database;
        this.messages = messages;
        this.settings = settings;
    }

    void start(@Observes StartupEvent event) {
        if (roles.has(Role.TRACKER)) {
            relay.start();
        }
    }

    /** Before the drain, which waits for what the relay is at. What it leaves is carried by another process, or later. */
    void stop(@Observes @Priority(Drain.EARLY - 1) ShutdownEvent event) {
        relay.stop();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        if (!roles.has(Role.TRACKER)) {
            return Uni.createFrom().voidItem();
        }
        return delete(
                        "delete from inbound_seen where received_at < $1",
                        settings.tracker().idWindow())
                .chain(() -> delete(
                        "delete from raw_requests where received_at < $1",
                        settings.raw().retention()))
                .chain(() -> delete(
                        "delete from rejected_events where received_at < $1",
                        settings.raw().retention()))
                .chain(() -> delete(
                        "delete from message_threads where said_at < $1",
                        settings.tracker().threadRetention()))
                .chain(() -> messages.forget(settings.messages().retention()));
    }

    private Uni<Void> delete(String sql, Duration age) {
        return database.preparedQuery(sql)
                .execute(Tuple.of(Columns.time(Instant.now().minus(age))))
                .replaceWithVoid();
    }
}
