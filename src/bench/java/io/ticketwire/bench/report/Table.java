package io.ticketwire.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report in Markdown. */
public final class Table {

    private static final List<String> PROCESSES = List.of("gateway", "postgres", "receiver", "generator", "others");

    private Table() {}

    static String of(List<Row> rows, List<Target> targets) {
        StringBuilder text = new StringBuilder();
        text.append("\n| scenario | phase | per second | p50 ms | p99 ms | p99.9 ms | duplicates | lost |"
                + " CPU, cores: gateway / postgres / receiver / generator / others | RSS, MiB: gateway / postgres | more |\n"
                + "|---|---|--:|--:|--:|--:|--:|--:|---|---|---|\n");
        rows.forEach(row -> text.append(line(row)));
        text.append("\n| figure | wanted | measured | met |\n|---|---|--:|---|\n");
        targets.forEach(target -> text.append("| %s | %s | %s | %s |\n"
                .formatted(target.figure(), target.wanted(), target.measured(), target.met() ? "yes" : "**no**")));
        return text.toString();
    }

    private static String line(Row row) {
        Map<String, Row.Used> used = row.processes();
        Latency latency = row.latency();
        return "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        row.scenario(),
                        row.phase(),
                        row.perSecond() == 0 ? "" : number(row.perSecond()),
                        latency == null ? "" : number(latency.p50()),
                        latency == null ? "" : number(latency.p99()),
                        latency == null ? "" : number(latency.p999()),
                        row.duplicates() == null ? "" : row.duplicates(),
                        row.lost(),
                        PROCESSES.stream()
                                .map(name -> used.containsKey(name)
                                        ? number(used.get(name).cores())
                                        : "")
                                .collect(Collectors.joining(" / ")),
                        PROCESSES.stream()
                                .limit(2)
                                .filter(used::containsKey)
                                .map(name -> Long.toString(used.get(name).rssMiB()))
                                .collect(Collectors.joining(" / ")),
                        row.more().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + value(entry.getValue()))
                                .collect(Collectors.joining(", ")));
    }

    private static String value(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** Three digits that count. */
    public static String number(double value) {
        double size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
    }
}
