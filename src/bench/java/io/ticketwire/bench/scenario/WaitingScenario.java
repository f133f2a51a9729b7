package io.ticketwire.bench.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.process.Lag;
import io.ticketwire.bench.process.Waiting;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;
import io.ticketwire.bench.report.Target;

/** What deliveries cost that wait in the longest tier: heap after a full collection, and time to start, without and with them. */
public final class WaitingScenario implements Scenario {

    private static final String NAME = "waiting";
    private static final String TIER = "ticketwire.deliveries.retry.2h";
    private static final int ENDPOINTS = 100;
    private static final int RESTARTS = 3;
    private static final double FLAT_PERCENT = 10;
    private static final Duration SETTLED = Duration.ofMinutes(1);

    private record Cost(double heapMiB, double restartSeconds) {}

    @Override
    public void run(Stage stage, Report report) {
        int count = stage.options().waiting();
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            List<String> endpoints = stage.endpointPerCategory(gateway, ENDPOINTS);
            Cost without = cost(gateway);
            report.add(row(stage, gateway, "none waiting", 0, without, Map.of()));

            Generator.Sent sent = stage.generator()
                    .call("tasks", new Generator.Tasks(gateway.bootstrap(), count, endpoints), Generator.Sent.class);
            Waiting.cameTrue(SETTLED, () -> seen(gateway) >= count);
            double heapBefore = heapMiB(gateway);
            Cost with = cost(gateway);
            Waiting.cameTrue(SETTLED, () -> seen(gateway) >= count);
            Map<String, Object> more = new LinkedHashMap<>();
            more.put("heap before the restarts, MiB", heapBefore);
            more.put("retry_waiting", seen(gateway));
            more.put("left early", appended(gateway, "ticketwire.deliveries"));
            long lost = sent.failed() + count - appended(gateway, TIER);
            report.add(row(stage, gateway, count + " waiting", lost, with, more));
            double heapGrowth = 100 * (Math.max(heapBefore, with.heapMiB()) / without.heapMiB() - 1);
            double startGrowth = 100 * (with.restartSeconds() / without.restartSeconds() - 1);
            report.add(Target.below("growth of the heap, " + count + " waiting", FLAT_PERCENT, heapGrowth, "%"));
            report.add(Target.below("growth of the time to start", FLAT_PERCENT, startGrowth, "%"));
        }
    }

    /** The median of some restarts, and the heap after the last one. */
    private static Cost cost(Gateway gateway) {
        double[] seconds = Stream.generate(gateway::restart)
                .limit(RESTARTS)
                .mapToDouble(restart -> restart.toMillis() / 1e3)
                .sorted()
                .toArray();
        return new Cost(heapMiB(gateway), seconds[RESTARTS / 2]);
    }

    private static double heapMiB(Gateway gateway) {
        return gateway.heapAfterCollection() / (double) (1 << 20);
    }

    /** What the gateway itself says. */
    private static long seen(Gateway gateway) {
        return (long) gateway.api().metric("retry_waiting");
    }

    private static long appended(Gateway gateway, String topic) {
        try (Lag lag = gateway.lag()) {
            return lag.appended(topic);
        }
    }

    private static Row row(
            Stage stage, Gateway gateway, String phase, long lost, Cost cost, Map<String, Object> others) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("heap after GC, MiB", cost.heapMiB());
        more.put("restart until ready, s", cost.restartSeconds());
        more.putAll(others);
        Watch idle = new Watch(stage, gateway);
        Waiting.cameTrue(Duration.ofSeconds(stage.options().warmUpSeconds()), () -> false);
        return new Row(NAME, phase, 0, null, null, lost, idle.used(), more);
    }
}
