package io.ticketwire.bench.scenario;

import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.receiver.Receiver;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Target;

/**
 * What endpoints that hang until the time-out of 10 s do to the others: 100 endpoints, 500 events per second spread over them
 * in an open loop; then the first one hangs, then the first 30. The rows and ratios are of those that do not hang.
 */
public final class IsolationScenario implements Scenario {

    private static final String NAME = "isolation";
    private static final int ENDPOINTS = 100;
    private static final int PER_SECOND = 500;
    private static final int FEW = 1;
    private static final int MANY = 30;
    private static final double FEW_PERCENT = 10;
    private static final double MANY_PERCENT = 25;

    @Override
    public void run(Stage stage, Report report) {
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            stage.endpointPerCategory(gateway, ENDPOINTS);
            Webhooks webhooks = new Webhooks(stage, gateway, ENDPOINTS, 1, ENDPOINTS);
            webhooks.warmUp(NAME);
            webhooks.openLoop(NAME, "", 0, PER_SECOND, stage.options().warmUpSeconds());

            report.add(phase(webhooks, 0).row());
            Receiver.Summary withoutFew = webhooks.arrived(FEW, ENDPOINTS);
            Receiver.Summary withoutMany = webhooks.arrived(MANY, ENDPOINTS);
            compare(webhooks, FEW, withoutFew, FEW_PERCENT, report);
            compare(webhooks, MANY, withoutMany, MANY_PERCENT, report);
        }
    }

    private static void compare(
            Webhooks webhooks, int hanging, Receiver.Summary before, double percent, Report report) {
        Webhooks.Outcome outcome = phase(webhooks, hanging);
        report.add(outcome.row());
        double growth =
                100 * (outcome.arrived().latency().p99() / before.latency().p99() - 1);
        String figure = "growth of the others' p99 while " + hanging + " of " + ENDPOINTS + " hang";
        report.add(Target.below(figure, percent, growth, "%"));
    }

    private static Webhooks.Outcome phase(Webhooks webhooks, int hanging) {
        int seconds = webhooks.stage().options().seconds();
        return webhooks.openLoop(NAME, hanging + " of " + ENDPOINTS + " hang", hanging, PER_SECOND, seconds);
    }
}
