package io.ticketwire.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.bench.report.Report;
import io.ticketwire.bench.scenario.AlarmScenario;
import io.ticketwire.bench.scenario.BaselineScenario;
import io.ticketwire.bench.scenario.DeliveryScenario;
import io.ticketwire.bench.scenario.IngressScenario;
import io.ticketwire.bench.scenario.IntelligenceScenario;
import io.ticketwire.bench.scenario.IsolationScenario;
import io.ticketwire.bench.scenario.LatencyScenario;
import io.ticketwire.bench.scenario.NormaliseScenario;
import io.ticketwire.bench.scenario.Scenario;
import io.ticketwire.bench.scenario.Stage;
import io.ticketwire.bench.scenario.WaitingScenario;

/** Runs the scenarios and reports. Ends with 1 if a process died or something was lost; a figure that is missed is only marked. */
public final class Bench {

    private static final Map<String, Scenario> SCENARIOS = scenarios();

    private Bench() {}

    public static void main(String[] arguments) {
        Options options = Options.read();
        List<Scenario> chosen =
                options.scenarios().stream().map(Bench::scenario).toList();
        Report report = new Report();
        boolean died = false;
        try (Stage stage = new Stage(options)) {
            for (Scenario scenario : chosen) {
                scenario.run(stage, report);
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            died = true;
        }
        Path results = options.folder().resolve("results.json");
        report.write(results, options);
        System.out.println(report.table());
        System.out.println(results + " holds the same as JSON.");
        System.exit(died || !report.nothingLost() ? 1 : 0);
    }

    private static Scenario scenario(String name) {
        Scenario scenario = SCENARIOS.get(name);
        if (scenario == null) {
            throw new IllegalArgumentException("bench.scenarios: no " + name + " among " + SCENARIOS.keySet());
        }
        return scenario;
    }

    private static Map<String, Scenario> scenarios() {
        Map<String, Scenario> scenarios = new LinkedHashMap<>();
        scenarios.put("baseline", new BaselineScenario());
        scenarios.put("normalise", new NormaliseScenario());
        scenarios.put("intelligence", new IntelligenceScenario());
        scenarios.put("ingress", new IngressScenario());
        scenarios.put("alarm", new AlarmScenario());
        scenarios.put("delivery", new DeliveryScenario());
        scenarios.put("latency", new LatencyScenario());
        scenarios.put("isolation", new IsolationScenario());
        scenarios.put("waiting", new WaitingScenario());
        return scenarios;
    }
}
