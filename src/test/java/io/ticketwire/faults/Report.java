package io.ticketwire.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

/**
 * A run for people and, as JSON, for programs.
 *
 * @param refused what came back instead of a 200, and how often
 * @param expected deliveries that had to arrive: one for each accepted event and endpoint
 * @param unasked deliveries of events whose sender did not hear of a 200
 * @param duplicatesOfRetries those of them that were no first attempt
 * @param mostOften how often one and the same delivery was answered with a 200
 * @param duplicateBound how many duplicates there may be
 * @param unexplained duplicates that nothing that went wrong explains
 * @param exits when the gateway ended by itself, to be started again
 * @param drained how long after the end of the load everything had arrived
 * @param statuses how many deliveries have which status in the database
 * @param findings what the API says of each lost or unexplained delivery
 */
record Report(
        long seed,
        Duration duration,
        int perSecond,
        long sent,
        int accepted,
        Map<String, Integer> refused,
        int expected,
        int delivered,
        int lost,
        int unasked,
        int duplicates,
        int duplicatesOfRetries,
        int mostOften,
        long duplicateBound,
        int unexplained,
        List<Duration> exits,
        Duration drained,
        Map<String, Long> statuses,
        List<Recovery> faults,
        List<JsonNode> findings) {

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Json.mapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), this);
    }

    /** Deliveries that the records take for under way although everything has arrived. */
    long unsettled() {
        return statuses.entrySet().stream()
                .filter(status -> !status.getKey().equals("delivered"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What every run has to have seen, and this one has not. */
    Set<FaultKind> missing() {
        Set<FaultKind> missing = EnumSet.of(FaultKind.GATEWAY_KILL, FaultKind.BROKER_KILL, FaultKind.DATABASE_KILL);
        faults.forEach(fault -> missing.remove(fault.kind()));
        return missing;
    }

    /** The longest time that nothing new arrived after a fault was over. */
    Duration longestRecovery() {
        return faults.stream()
                .map(Recovery::flowingAfter)
                .filter(flowing -> flowing != null)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("Faults: seed %d, %s at %d/s%n".formatted(seed, duration, perSecond));
        text.append("  sent %d, accepted %d, refused or failed %d %s%n"
                .formatted(sent, accepted, sent - accepted, refused));
        text.append("  to be delivered %d, delivered %d, LOST %d; of refused events %d%n"
                .formatted(expected, delivered, lost, unasked));
        text.append("  DUPLICATES %d (%d of retries, one delivery up to %d times), at most %d; unexplained %d%n"
                .formatted(duplicates, duplicatesOfRetries, mostOften, duplicateBound, unexplained));
        text.append("  the gateway ended by itself %s; drained after %s; longest recovery %s; statuses %s%n"
                .formatted(
                        exits.isEmpty()
                                ? "never"
                                : exits.stream().map(Report::seconds).toList(),
                        seconds(drained),
                        seconds(longestRecovery()),
                        statuses));
        faults.forEach(fault -> text.append("  %8s %-17s lasted %8s, flowing %s%n"
                .formatted(
                        seconds(fault.at()),
                        fault.kind(),
                        seconds(fault.lasted()),
                        fault.flowingAfter() == null ? "-" : "after " + seconds(fault.flowingAfter()))));
        findings.forEach(finding -> text.append("  ").append(finding).append(System.lineSeparator()));
        return text.toString();
    }

    private static String seconds(Duration duration) {
        return "%.1f s".formatted(duration.toMillis() / 1_000.0);
    }
}
