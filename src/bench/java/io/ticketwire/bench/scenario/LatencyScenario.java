package io.ticketwire.bench.scenario;

import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Target;

/** How long an event takes to its receiver at 500 events per second in an open loop. */
public final class LatencyScenario implements Scenario {

    private static final String NAME = "latency";
    private static final int ENDPOINTS = 20;
    private static final int PER_SECOND = 500;
    private static final double WANTED_MS = 50;

    @Override
    public void run(Stage stage, Report report) {
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            stage.endpointPerCategory(gateway, ENDPOINTS);
            Webhooks webhooks = new Webhooks(stage, gateway, ENDPOINTS, 1, ENDPOINTS);
            String phase = PER_SECOND + "/s, open loop";
            webhooks.warmUp(NAME);
            webhooks.openLoop(NAME, phase, 0, PER_SECOND, stage.options().warmUpSeconds());
            Webhooks.Outcome outcome = webhooks.openLoop(
                    NAME, phase, 0, PER_SECOND, stage.options().seconds());
            report.add(outcome.row());
            report.add(Target.below(
                    "p99 from event to receiver at 500/s",
                    WANTED_MS,
                    outcome.arrived().latency().p99(),
                    "ms"));
        }
    }
}
