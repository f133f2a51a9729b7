package io.ticketwire.bench.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.process.Usage;
import io.ticketwire.bench.report.Row;

/** What the four processes, and all others on this machine, use from its start on. */
final class Watch {

    private final Stage stage;
    private final Gateway gateway;
    private final Map<String, Usage> before;
    private final long start = System.nanoTime();

    Watch(Stage stage, Gateway gateway) {
        this.stage = stage;
        this.gateway = gateway;
        this.before = usage();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    Map<String, Row.Used> used() {
        double seconds = seconds();
        Map<String, Row.Used> used = new LinkedHashMap<>();
        usage().forEach((name, now) -> {
            Usage since = now.since(before.get(name));
            used.put(name, new Row.Used(since.cpuSeconds() / seconds, since.rssBytes() >> 20));
        });
        return used;
    }

    private Map<String, Usage> usage() {
        Map<String, Usage> usage = new LinkedHashMap<>();
        usage.put("gateway", gateway.usage());
        usage.put("postgres", gateway.postgresUsage());
        usage.put("receiver", Usage.of(stage.receiver().pid()));
        usage.put("generator", Usage.of(stage.generator().pid()));
        double ours = usage.values().stream().mapToDouble(Usage::cpuSeconds).sum();
        usage.put("others", new Usage(Usage.ofMachine().cpuSeconds() - ours, 0));
        return usage;
    }
}
