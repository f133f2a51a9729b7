package io.ticketwire.bench.scenario;

import java.time.Duration;
import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.process.Lag;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;
import io.ticketwire.bench.report.Target;

/**
 * How many signed callbacks are taken, compared with the bare route of the same process; and how long one takes at half of
 * that. Once with all roles, whose consumers share the cores, and once with the ingress alone.
 */
public final class IngressScenario implements Scenario {

    private static final String NAME = "ingress";
    private static final String INBOUND = "ticketwire.inbound";
    private static final double SHARE_PERCENT = 60;
    private static final double WANTED_MS = 25;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public void run(Stage stage, Report report) {
        measure(stage, report, "all roles", Map.of());
        measure(stage, report, "roles ingress,api", Map.of("TICKETWIRE_ROLES", "ingress,api"));
    }

    private static void measure(Stage stage, Report report, String roles, Map<String, String> environment) {
        boolean all = environment.isEmpty();
        int warmUp = stage.options().warmUpSeconds();
        int seconds = stage.options().seconds();
        try (Gateway gateway = stage.gateway(NAME, environment);
                Lag lag = gateway.lag()) {
            Callers callers = new Callers(stage, gateway);
            String route = callers.connector();
            callers.closedLoop(NAME, "", route, warmUp);
            callers.closedLoop(NAME, "", Callers.BARE, warmUp);
            settle(lag, all);
            Row bare = callers.closedLoop(NAME, "bare route, closed loop, " + roles, Callers.BARE, seconds);
            report.add(bare);

            Kept kept = new Kept(gateway, lag, all);
            Row peak = kept.checked(callers.closedLoop(NAME, "closed loop, " + roles, route, seconds));
            report.add(peak);
            double half = peak.perSecond() / 2;
            Row calm = kept.checked(callers.openLoop(NAME, "open loop at half of it, " + roles, route, half, seconds));
            report.add(calm);

            double share = 100 * peak.perSecond() / bare.perSecond();
            report.add(Target.atLeast("ingress against bare route, " + roles, SHARE_PERCENT, share, "%"));
            report.add(Target.below(
                    "p99 of the ingress at half of its peak, " + roles,
                    WANTED_MS,
                    calm.latency().p99(),
                    "ms"));
        }
    }

    private static void settle(Lag lag, boolean consumed) {
        if (consumed && !lag.awaitNone(PATIENCE)) {
            throw new IllegalStateException(lag.records() + " records are still not consumed");
        }
    }

    /** Looks after each phase whether what was answered with 200 is on the broker and, if it is consumed, in the database. */
    private static final class Kept {
        private final Gateway gateway;
        private final Lag lag;
        private final boolean consumed;
        private long appended;
        private long events;

        Kept(Gateway gateway, Lag lag, boolean consumed) {
            this.gateway = gateway;
            this.lag = lag;
            this.consumed = consumed;
            this.appended = lag.appended(INBOUND);
            this.events = gateway.database().events();
        }

        Row checked(Row row) {
            settle(lag, consumed);
            long appendedNow = lag.appended(INBOUND);
            long eventsNow = gateway.database().events();
            long kept = consumed ? Math.min(appendedNow - appended, eventsNow - events) : appendedNow - appended;
            appended = appendedNow;
            events = eventsNow;
            long answered = (Long) row.more().get(Callers.ANSWERED);
            return row.withLost(Math.max(0, answered - kept));
        }
    }
}
