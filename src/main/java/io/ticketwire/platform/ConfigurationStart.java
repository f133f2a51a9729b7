package io.ticketwire.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.arc.All;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * The order in which a process gets its configuration out of the database: what has to be there is made, every table is
 * read, then changes are listened for. Until then the process is not ready. A database that is away is waited for; one
 * whose secrets this process cannot open ends it.
 */
@ApplicationScoped
public class ConfigurationStart {

    /** Before anything that may ask the copies. */
    private static final int EARLY = 100;

    private static final Logger LOG = Logger.getLogger(ConfigurationStart.class);
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(2);
    private static final long START_WAITS_SECONDS = 5;

    private final List<ConfigurationTable> tables;
    private final ConfigurationFeed feed;
    private final CompletableFuture<Void> loaded = new CompletableFuture<>();
    private volatile String lastFailure = "no answer";

    ConfigurationStart(@All List<ConfigurationTable> tables, ConfigurationFeed feed) {
        this.tables = tables;
        this.feed = feed;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) throws InterruptedException {
        tables.forEach(feed::keepUpToDate);
        readEverything().subscribe().with(ignored -> feed.start(), loaded::completeExceptionally);
        try {
            loaded.get(START_WAITS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException away) {
            LOG.warnf("Not ready: the configuration cannot be read yet: %s", lastFailure);
            loaded.whenComplete((ignored, failure) -> exitAfter(failure));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Completes when every table has been read; before that, nothing can be concluded from what a copy does not hold. */
    public Uni<Void> whenRead() {
        return loaded.isDone() ? Uni.createFrom().voidItem() : Uni.createFrom().completionStage(loaded);
    }

    private Uni<Void> readEverything() {
        Uni<Void> reads = Uni.createFrom().voidItem();
        for (ConfigurationTable table : tables) {
            reads = reads.chain(table::prepare).chain(() -> table.refresh());
        }
        return reads.onFailure(failure -> !(failure instanceof ConfigurationException))
                .invoke(failure -> lastFailure = failure.toString())
                .onFailure(failure -> !(failure instanceof ConfigurationException))
                .retry()
                .withBackOff(FIRST_DELAY, LONGEST_DELAY)
                .indefinitely()
                .invoke(() -> loaded.complete(null));
    }

    private static void exitAfter(Throwable failure) {
        if (failure != null) {
            LOG.fatal(failure.getMessage());
            Quarkus.asyncExit(1);
        }
    }

    /** Whether every table has been read. */
    boolean read() {
        return loaded.isDone() && !loaded.isCompletedExceptionally();
    }
}
