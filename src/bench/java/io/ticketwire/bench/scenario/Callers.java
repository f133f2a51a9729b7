package io.ticketwire.bench.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.report.Row;

/**
 * Platforms that call one gateway. All routes get the same signed requests, so that what the generator does for them is the
 * same, too.
 */
record Callers(Stage stage, Gateway gateway) {

    static final String BARE = "/bench/bare";

    /** The row's count of callbacks that were taken. */
    static final String ANSWERED = "answered 200";

    private static final String SECRET = "the-benchmark-signs-its-callbacks";

    /** The route of a new connector that verifies signatures. */
    String connector() {
        String id = gateway.api()
                .create("connectors", Map.of("name", "Bench", "type", "webhook", "webhook_secret", SECRET));
        return "/api/webhooks/tickets?connectorId=" + id;
    }

    /** As many requests as are answered. */
    Row closedLoop(String scenario, String phase, String route, int seconds) {
        return measure(scenario, phase, route, 0, seconds);
    }

    /** Requests at fixed times. */
    Row openLoop(String scenario, String phase, String route, double perSecond, int seconds) {
        return measure(scenario, phase, route, perSecond, seconds);
    }

    private Row measure(String scenario, String phase, String route, double perSecond, int seconds) {
        Watch watch = new Watch(stage, gateway);
        Generator.Answered answered = stage.generator()
                .call(
                        "callbacks",
                        new Generator.Callbacks(
                                gateway.api().url(route),
                                SECRET,
                                perSecond,
                                seconds,
                                stage.options().connections()),
                        Generator.Answered.class);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put(ANSWERED, answered.answered());
        more.put("refused", answered.failed());
        return new Row(
                scenario,
                phase,
                answered.answered() / answered.seconds(),
                answered.latency(),
                null,
                0,
                watch.used(),
                more);
    }
}
