package io.ticketwire.bench.scenario;

import java.util.Map;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;

/** What server and broker do on this machine when nothing else is done: a bare route, a bare producer. */
public final class BaselineScenario implements Scenario {

    private static final String NAME = "baseline";

    @Override
    public void run(Stage stage, Report report) {
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            Callers callers = new Callers(stage, gateway);
            callers.closedLoop(NAME, "", Callers.BARE, stage.options().warmUpSeconds());
            report.add(callers.closedLoop(
                    NAME,
                    "bare route, closed loop",
                    Callers.BARE,
                    stage.options().seconds()));
            producer(stage, gateway, stage.options().warmUpSeconds());
            report.add(producer(stage, gateway, stage.options().seconds()));
        }
    }

    private static Row producer(Stage stage, Gateway gateway, int seconds) {
        Watch watch = new Watch(stage, gateway);
        Generator.Answered answered = stage.generator()
                .call("records", new Generator.Records(gateway.bootstrap(), seconds), Generator.Answered.class);
        return new Row(
                NAME,
                "bare producer, 1 KiB, acks=all, 256 in flight",
                answered.answered() / answered.seconds(),
                answered.latency(),
                null,
                answered.failed(),
                watch.used(),
                Map.of());
    }
}
