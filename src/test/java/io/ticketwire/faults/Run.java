package io.ticketwire.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.awaitility.core.ConditionTimeoutException;

import io.ticketwire.event.Ids;

import static org.awaitility.Awaitility.await;

/** One run: the load, and what goes wrong meanwhile. */
final class Run {

    /**
     * For how long after its 200 a delivery may be made again if all is well but for a kill: the offset is committed every half second, but not
     * before the oldest delivery of the partition is through, and that one may have to wait for the database's say (2 s)
     * and its own time-out (2 s); half a second for a busy machine.
     */
    private static final Duration REACH = Duration.ofSeconds(5);

    /** Without one more delivery for so long, the rest is lost. */
    private static final Duration STANDSTILL = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final int MAX_FINDINGS = 20;

    private final Stage stage;
    private final long seed;
    private final Duration duration;
    private final int perSecond;
    private final List<UUID> endpoints;
    private final Traffic traffic;
    private final Injector injector;
    private Instant start;

    /** @param stage open */
    Run(Stage stage, long seed, Duration duration, int perSecond) {
        this.stage = stage;
        this.seed = seed;
        this.duration = duration;
        this.perSecond = perSecond;
        this.endpoints = List.of(stage.endpoint("steady", stage.steady), stage.endpoint("flapping", stage.flapping));
        this.traffic = new Traffic(stage.connector(), "fault-" + seed, perSecond);
        this.injector = new Injector(Plan.of(seed, duration), stage);
    }

    /** Returns when everything has arrived, or nothing comes any more. */
    Report go() throws Exception {
        try (traffic;
                injector) {
            warmUp();
            start = Instant.now();
            injector.start();
            traffic.start();
            await().pollDelay(duration).atMost(duration.plus(DRAIN)).until(() -> true);
            traffic.stop();
            injector.stop();
        }
        Instant loadEnd = Instant.now();
        awaitArrival();
        Duration drained = Duration.between(loadEnd, Instant.now());
        awaitQuiet();
        return report(drained);
    }

    /** Until the first event has arrived everywhere: no fault is to be blamed for how long that takes. */
    private void warmUp() throws InterruptedException {
        traffic.send(1);
        await().atMost(STANDSTILL).until(() -> answers().size() == endpoints.size());
    }

    private void awaitArrival() {
        int missing = missing();
        while (missing > 0) {
            int before = missing;
            try {
                await().atMost(STANDSTILL).pollInterval(LOOK).until(() -> missing() < before);
            } catch (ConditionTimeoutException standstill) {
                return;
            }
            missing = missing();
        }
    }

    /** What comes twice comes a little later, and so do the records of what has come. */
    private void awaitQuiet() {
        List<Object> seen = new ArrayList<>(List.of(0, Map.of()));
        await().atMost(DRAIN).pollInterval(QUIET).until(() -> {
            List<Object> now = List.of(answers().size(), stage.statuses());
            boolean quiet = seen.equals(now);
            seen.clear();
            seen.addAll(now);
            return quiet;
        });
    }

    private Tally tally(Set<Attempted> unheard) {
        return Tally.of(traffic.accepted(), endpoints, answers(), unheard, injector.injected(), REACH);
    }

    private int missing() {
        Set<UUID> arrived = answers().stream().map(Answer::delivery).collect(Collectors.toSet());
        return (int) traffic.accepted().keySet().stream()
                .flatMap(event -> endpoints.stream().map(endpoint -> Ids.delivery(event, endpoint)))
                .filter(delivery -> !arrived.contains(delivery))
                .count();
    }

    private Collection<Answer> answers() {
        List<Answer> answers = new ArrayList<>(stage.steady.answers());
        answers.addAll(stage.flapping.answers());
        return answers;
    }

    private Report report(Duration drained) {
        Tally tally = tally(stage.failedAttempts());
        int expected = traffic.accepted().size() * endpoints.size();
        return new Report(
                seed,
                duration,
                perSecond,
                traffic.sent(),
                traffic.accepted().size(),
                new TreeMap<>(traffic.refused()),
                expected,
                expected - tally.lost().size(),
                tally.lost().size(),
                tally.unasked(),
                tally.duplicates(),
                tally.ofRetries(),
                tally.mostOften(),
                tally.bound(),
                tally.unexplained().size(),
                stage.gateway.endedByItself().stream()
                        .map(at -> Duration.between(start, at))
                        .toList(),
                drained,
                stage.statuses(),
                recoveries(),
                findings(tally));
    }

    private List<Recovery> recoveries() {
        Map<UUID, Instant> arrived = new HashMap<>();
        answers().forEach(answer -> arrived.merge(answer.delivery(), answer.at(), (a, b) -> a.isBefore(b) ? a : b));
        return injector.injected().stream()
                .map(fault -> Recovery.of(
                        fault,
                        start,
                        traffic.accepted(),
                        endpoints.get(fault.kind().track == FaultKind.Track.RECEIVER ? 1 : 0),
                        arrived))
                .toList();
    }

    private List<JsonNode> findings(Tally tally) {
        Set<UUID> odd = new LinkedHashSet<>(tally.lost());
        odd.addAll(tally.unexplained());
        return odd.stream().limit(MAX_FINDINGS).map(this::finding).toList();
    }

    /** When it came here, and what the API says of it. */
    private JsonNode finding(UUID delivery) {
        JsonNode said = stage.api().get("/api/v1/deliveries/" + delivery);
        ObjectNode finding = said.deepCopy();
        finding.remove("request_body");
        finding.put("delivery", delivery.toString());
        answers().stream().filter(answer -> answer.delivery().equals(delivery)).forEach(answer -> finding.withArray(
                        "answered")
                .add("attempt " + answer.attempt() + " at " + answer.at()));
        return finding;
    }
}
