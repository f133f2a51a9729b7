package io.ticketwire.bench.scenario;

import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Target;

/** How fast a backlog of events becomes signed and logged webhooks: each event to one of 20 endpoints; each to ten. */
public final class DeliveryScenario implements Scenario {

    private static final String NAME = "delivery";
    private static final int ENDPOINTS = 20;
    private static final int FAN = 10;
    private static final double WANTED = 3_000;

    @Override
    public void run(Stage stage, Report report) {
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            stage.endpointPerCategory(gateway, ENDPOINTS);
            double perSecond =
                    drain(new Webhooks(stage, gateway, ENDPOINTS, 1, ENDPOINTS), "an event to 1 of 20", report);
            report.add(Target.atLeast("signed and logged deliveries", WANTED, perSecond, "/s"));

            gateway.api().deleteAll("endpoints");
            stage.endpointsForAll(gateway, FAN);
            drain(new Webhooks(stage, gateway, 1, FAN, FAN), "an event to 10 of 10", report);
        }
    }

    /** Gives logged deliveries per second. The warm-up tells how large the backlog has to be. */
    private static double drain(Webhooks webhooks, String phase, Report report) {
        double seen = webhooks.warmUp(NAME);
        long events = (long) (seen * webhooks.stage().options().seconds() / webhooks.fan());
        Webhooks.Outcome warm = webhooks.backlog(NAME, phase, Math.max(events, webhooks.categories()));
        report.add(warm.row());
        return warm.arrived().received() / warm.loggedSeconds();
    }
}
