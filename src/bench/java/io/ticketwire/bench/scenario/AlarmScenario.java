package io.ticketwire.bench.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.load.Step;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.report.Latency;
import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.report.Row;
import io.ticketwire.bench.report.Table;
import io.ticketwire.bench.report.Target;

/**
 * How long it takes from a customer's message to its {@code ticket.analyzed}, and from a hostile one to its {@code
 * ticket.escalated}, each as a consumer of the topic gets it. One process plays all roles; a tenth of the messages are
 * hostile, a fifth are replies in tickets that there are.
 */
public final class AlarmScenario implements Scenario {

    private static final String NAME = "alarm";
    private static final String SECRET = "the-benchmark-signs-its-callbacks";
    private static final double WANTED_MS = 250;

    @Override
    public void run(Stage stage, Report report) {
        List<Generator.Letter> letters = Letters.read(IntelligenceScenario.analyzer());
        try (Gateway gateway = stage.gateway(NAME, Map.of())) {
            String id = gateway.api()
                    .create("connectors", Map.of("name", "Bench", "type", "receive", "webhook_secret", SECRET));
            Load load = new Load(stage, gateway, "/api/webhooks/receive?connectorId=" + id, letters);
            double rate = stage.options().rate();
            load.send(2 * rate, stage.options().warmUpSeconds(), 1);
            load.send(rate, stage.options().warmUpSeconds(), 2);

            Watch watch = new Watch(stage, gateway);
            Generator.Told told = load.send(rate, stage.options().seconds(), 3);
            Map<String, Row.Used> used = watch.used();
            report.add(analyzed(rate, told, used));
            Row escalated = escalated(rate, told, used);
            report.add(escalated);
            report.add(Target.below(
                    "p99 from callback to ticket.escalated at %s/s".formatted(Table.number(rate)),
                    WANTED_MS,
                    escalated.latency().p99(),
                    "ms"));
        }
    }

    private record Load(Stage stage, Gateway gateway, String route, List<Generator.Letter> letters) {

        Generator.Told send(double perSecond, int seconds, long seed) {
            Generator.Callbacks callbacks = new Generator.Callbacks(
                    gateway.api().url(route),
                    SECRET,
                    perSecond,
                    seconds,
                    stage.options().connections());
            return stage.generator()
                    .call(
                            "letters",
                            new Generator.Letters(callbacks, gateway.bootstrap(), seed, letters),
                            Generator.Told.class);
        }
    }

    private static Row analyzed(double rate, Generator.Told told, Map<String, Row.Used> used) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("messages", told.answered().answered());
        more.put("replies", told.replies());
        more.put("refused", told.answered().failed());
        more.put("answer p50/p99 ms", percentiles(told.answered().latency()));
        for (Step step : List.of(Step.RECEIVED, Step.TRACKED, Step.READ)) {
            more.put(
                    step.name().toLowerCase(Locale.ROOT) + " p50/p99 ms",
                    percentiles(of(step, told).latency()));
        }
        return row("ticket.analyzed", rate, of(Step.ANALYZED, told), told, used, more);
    }

    private static Row escalated(double rate, Generator.Told told, Map<String, Row.Used> used) {
        Generator.Arrived escalated = of(Step.ESCALATED, told);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("hostile", escalated.once() - escalated.unasked() + escalated.missing());
        more.put("escalated", escalated.once());
        more.put("of others", escalated.unasked());
        return row("ticket.escalated", rate, escalated, told, used, more);
    }

    private static Row row(
            String what,
            double rate,
            Generator.Arrived arrived,
            Generator.Told told,
            Map<String, Row.Used> used,
            Map<String, Object> more) {
        more.put("p95 ms", arrived.latency().p95());
        more.put("max ms", arrived.latency().max());
        return new Row(
                NAME,
                "callback to %s, %s/s".formatted(what, Table.number(rate)),
                arrived.once() / told.answered().seconds(),
                arrived.latency(),
                arrived.again(),
                arrived.missing(),
                used,
                more);
    }

    private static Generator.Arrived of(Step step, Generator.Told told) {
        return told.steps().get(step.ordinal());
    }

    private static String percentiles(Latency latency) {
        return Table.number(latency.p50()) + "/" + Table.number(latency.p99());
    }
}
