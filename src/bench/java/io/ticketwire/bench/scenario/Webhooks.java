package io.ticketwire.bench.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.ticketwire.bench.load.Generator;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.process.Waiting;
import io.ticketwire.bench.receiver.Receiver;
import io.ticketwire.bench.report.Row;

/**
 * From events on the topic to webhooks at the receiver, on one gateway. A phase is over when every delivery has arrived and
 * its attempt is in the database.
 *
 * @param categories how many kinds of events there are
 * @param fan how many endpoints want each event
 * @param endpoints how many there are
 */
record Webhooks(Stage stage, Gateway gateway, int categories, int fan, int endpoints) {

    private static final Duration STALLED = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double SHORTEST = 0.001;
    private static final double FIRST_GUESS = 1_000;
    private static final int BACKLOG_SECONDS = 5;

    /** Events of one phase. */
    interface Load {
        Generator.Sent send(String run);
    }

    /** What came of it. */
    record Outcome(Receiver.Summary arrived, double loggedSeconds, Row row) {}

    /**
     * Backlogs at full speed until the time is over: at first the compiler of the gateway's JVM wants more of the cores than the
     * gateway does. Gives the deliveries per second of the last one.
     */
    double warmUp(String scenario) {
        long end = System.nanoTime()
                + Duration.ofSeconds(stage.options().warmUpSeconds()).toNanos();
        double perSecond = FIRST_GUESS;
        do {
            long events = Math.max(categories, (long) (perSecond * BACKLOG_SECONDS / fan));
            Receiver.Summary arrived = backlog(scenario, "", events).arrived();
            perSecond = arrived.received() / arrived.seconds();
        } while (System.nanoTime() < end);
        return perSecond;
    }

    /** All at once. */
    Outcome backlog(String scenario, String phase, long events) {
        return measure(scenario, phase, 0, 0, run -> send(run, events, 0, 0));
    }

    /** In an open loop, while the first endpoints hang. */
    Outcome openLoop(String scenario, String phase, int hanging, double perSecond, int seconds) {
        return measure(scenario, phase, hanging, hanging, run -> send(run, 0, perSecond, seconds));
    }

    /** In an open loop, while none hangs, but the first endpoints did and may be disabled: they don't count. */
    Outcome openLoopWithout(String scenario, String phase, int first, double perSecond, int seconds) {
        return measure(scenario, phase, 0, first, run -> send(run, 0, perSecond, seconds));
    }

    /** What arrived at some endpoints in this phase. */
    Receiver.Summary arrived(int from, int to) {
        return stage.receiver().call("summary", new Receiver.Range(from, to), Receiver.Summary.class);
    }

    private Generator.Sent send(String run, long events, double perSecond, int seconds) {
        return stage.generator()
                .call(
                        "events",
                        new Generator.Events(gateway.bootstrap(), run, categories, events, perSecond, seconds),
                        Generator.Sent.class);
    }

    /** @param uncounted of how many of the first endpoints nothing is expected */
    private Outcome measure(String scenario, String phase, int hanging, int uncounted, Load load) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        stage.receiver().call("phase", new Receiver.Phase(run, hanging), Receiver.Phase.class);
        Trace trace = new Trace(gateway);
        Watch watch = new Watch(stage, gateway);

        Generator.Sent sent = load.send(run);
        long expected = expected(sent.records(), uncounted);
        awaitArrivals(expected, uncounted);
        long unlogged = trace.awaitLogged(expected);
        double seconds = watch.seconds();
        Map<String, Row.Used> used = watch.used();

        Receiver.Summary arrived = arrived(uncounted, endpoints);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("deliveries", arrived.received());
        more.put("steady/s", arrived.steadyPerSecond());
        more.put("logged/s", (expected - unlogged) / seconds);
        more.put("CPU ms/delivery", cpuMillis(used, seconds) / expected);
        more.putAll(trace.perDelivery(expected));
        more.put("unsigned", arrived.unsigned());
        more.put("unlogged", unlogged);
        long lost = sent.failed() + expected - arrived.received();
        double perSecond = arrived.received() / Math.max(arrived.seconds(), SHORTEST);
        Row row = new Row(
                scenario, phase, perSecond, arrived.latency(), arrived.duplicates(), lost + unlogged, used, more);
        return new Outcome(arrived, seconds, row);
    }

    /** How many deliveries the endpoints get that do not hang; the categories take turns, the first ones first. */
    private long expected(long events, int uncounted) {
        if (fan > 1) {
            return events * fan;
        }
        long rounds = events / categories;
        long rest = events % categories;
        return rounds * (categories - uncounted) + Math.max(0, rest - uncounted);
    }

    /** Until all are there, or none comes any more. */
    private void awaitArrivals(long expected, int uncounted) {
        Receiver.Range healthy = new Receiver.Range(uncounted, endpoints);
        long[] latest = {-1, System.nanoTime()};
        Waiting.until(LONGEST, "deliveries", () -> {
            gateway.requireAlive();
            long arrived = stage.receiver().call("count", healthy, Long.class);
            if (arrived != latest[0]) {
                latest[0] = arrived;
                latest[1] = System.nanoTime();
            }
            return arrived >= expected || System.nanoTime() - latest[1] > STALLED.toNanos();
        });
    }

    private static double cpuMillis(Map<String, Row.Used> used, double seconds) {
        return (used.get("gateway").cores() + used.get("postgres").cores()) * seconds * 1e3;
    }
}
