package io.ticketwire.bench.scenario;

import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.receiver.Receiver;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Target;

/**
 * What endpoints that hang until the time-out of 10 s do to the others: 100 endpoints, 500 events per second spread over them
 * in an open loop. None hangs, the first one does, none again, then the first 30. The rows and ratios are of those that do
 * not hang. One that hangs is compared with both phases beside its own, so that a compiler that is still at work or a machine
 * that becomes slower does not count as its doing; the 30 only with the phase before, since what has waited for them
 * burdens the one after.
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
            double before = p99(webhooks.arrived(FEW, ENDPOINTS));
            double few = hanging(webhooks, FEW, report);
            report.add(again(webhooks).row());
            double between = p99(webhooks.arrived(FEW, ENDPOINTS));
            double beforeMany = p99(webhooks.arrived(MANY, ENDPOINTS));
            double many = hanging(webhooks, MANY, report);
            report.add(growth(FEW, few, (before + between) / 2, FEW_PERCENT));
            report.add(growth(MANY, many, beforeMany, MANY_PERCENT));
        }
    }

    /** The first endpoints hang; gives the p99 of the others. */
    private static double hanging(Webhooks webhooks, int first, Report report) {
        Webhooks.Outcome outcome = phase(webhooks, first);
        report.add(outcome.row());
        return p99(outcome.arrived());
    }

    private static double p99(Receiver.Summary arrived) {
        return arrived.latency().p99();
    }

    private static Target growth(int hanging, double with, double without, double percent) {
        String figure = "growth of the others' p99 while " + hanging + " of " + ENDPOINTS + " hang";
        return Target.below(figure, percent, 100 * (with / without - 1), "%");
    }

    /** None hangs; what did hang may have been disabled for it, and does not count. */
    private static Webhooks.Outcome again(Webhooks webhooks) {
        int seconds = webhooks.stage().options().seconds();
        return webhooks.openLoopWithout(NAME, "0 of " + ENDPOINTS + " hang, again", FEW, PER_SECOND, seconds);
    }

    private static Webhooks.Outcome phase(Webhooks webhooks, int hanging) {
        int seconds = webhooks.stage().options().seconds();
        return webhooks.openLoop(NAME, hanging + " of " + ENDPOINTS + " hang", hanging, PER_SECOND, seconds);
    }
}
