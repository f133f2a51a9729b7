package io.ticketwire.intelligence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.ticketwire.intelligence.feedback.FeedbackTable;
import io.ticketwire.intelligence.history.InsightTable;
import io.ticketwire.platform.Contexts;
import io.ticketwire.platform.Role;
import io.ticketwire.platform.Roles;

/**
 * What a process does besides consuming when it plays the intelligence: it learns at its start what the latest tickets said,
 * and forgets what is old.
 */
@ApplicationScoped
public class IntelligenceRole {

    private static final Logger LOG = Logger.getLogger(IntelligenceRole.class);

    private final Roles roles;
    private final WarmUp warmUp;
    private final InsightTable insights;
    private final FeedbackTable feedback;
    private final IntelligenceSettings settings;
    private final Vertx vertx;

    IntelligenceRole(
            Roles roles,
            WarmUp warmUp,
            InsightTable insights,
            FeedbackTable feedback,
            IntelligenceSettings settings,
            Vertx vertx) {
        this.roles = roles;
        this.warmUp = warmUp;
        this.insights = insights;
        this.feedback = feedback;
        this.settings = settings;
        this.vertx = vertx;
    }

    /** Beside everything else: messages are read meanwhile, and a start without a database is none that fails. */
    void start(@Observes StartupEvent event) {
        if (roles.has(Role.INTELLIGENCE) && settings.warmUp() > 0) {
            Contexts.onNewContext(vertx, () -> warmUp.latest(settings.warmUp()))
                    .subscribe()
                    .with(
                            tickets -> LOG.debugf("Tickets that later ones are compared with: %d", tickets),
                            failure -> LOG.warnf(
                                    "Tickets from before this start are not compared with later ones: %s",
                                    failure.toString()));
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return roles.has(Role.INTELLIGENCE)
                ? insights.forget(settings.retention()).chain(() -> feedback.forget(settings.feedbackRetention()))
                : Uni.createFrom().voidItem();
    }
}
