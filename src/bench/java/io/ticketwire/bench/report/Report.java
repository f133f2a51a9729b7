package io.ticketwire.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ticketwire.event.Json;

/** Everything that a run has measured so far. */
public final class Report {

    private final List<Row> rows = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    /** Adds a phase, and tells of it at once: a run takes minutes. */
    public void add(Row row) {
        rows.add(row);
        System.out.printf(
                "%s, %s: %s/s, %s, %s%n",
                row.scenario(), row.phase(), Table.number(row.perSecond()), row.latency(), row.more());
    }

    public void add(Target target) {
        targets.add(target);
    }

    /** Whether everything that was sent came out at the other end. */
    public boolean nothingLost() {
        return rows.stream().allMatch(row -> row.lost() == 0);
    }

    /** The tables, in Markdown. */
    public String table() {
        return Table.of(rows, targets);
    }

    /** Writes all of it, with the options of the run and the machine. */
    public void write(Path file, Object options) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("at", Instant.now());
        all.put("cores", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("options", options);
        all.put("rows", rows);
        all.put("targets", targets);
        try {
            Files.write(file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
