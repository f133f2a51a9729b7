package io.ticketwire.bench.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.HdrHistogram.Histogram;

import io.ticketwire.bench.report.Latency;

/** What was sent in one load, and where each of it has been. A trace of its own tells which is which. Safe for threads. */
final class Sendings {

    private static final int HEX = 16;
    private static final int RUN = "00-".length();
    private static final int NUMBER = RUN + HEX;

    /** Who has been where: {@code places} counts by {@link Step}. */
    private record Sending(long micros, boolean hostile, int[] places) {}

    private final String run = "%016x".formatted(new SplittableRandom().nextLong() | 1);
    private final List<Sending> sendings = new ArrayList<>();
    private final Map<Step, Histogram> micros = new EnumMap<>(Step.class);
    private long missing;
    private long arrivals;

    /** Notes what is about to be sent; gives the trace to send it with. */
    synchronized String add(long intendedMicros, boolean hostile) {
        sendings.add(new Sending(intendedMicros, hostile, new int[Step.values().length]));
        missing += Arrays.stream(Step.values())
                .filter(step -> step.isWayOf(hostile))
                .count();
        return "00-%s%016x-00f067aa0ba902b7-00".formatted(run, sendings.size() - 1);
    }

    /** Notes that something has come to a step; of other loads nothing is noted. */
    synchronized void arrived(Step step, String traceparent, long nowMicros) {
        if (!traceparent.startsWith(run, RUN)) {
            return;
        }
        Sending sending = sendings.get(Integer.parseInt(traceparent, NUMBER, NUMBER + HEX, 16));
        arrivals++;
        if (sending.places()[step.ordinal()]++ > 0) {
            return;
        }
        micros.computeIfAbsent(step, ignored -> new Histogram(3))
                .recordValue(Math.max(0, nowMicros - sending.micros()));
        missing -= step.isWayOf(sending.hostile()) ? 1 : 0;
    }

    /** Whether all has come wherever it had to. */
    synchronized boolean complete() {
        return missing == 0;
    }

    /** How much has come, at all steps. */
    synchronized long arrivals() {
        return arrivals;
    }

    /** The steps in their order. */
    synchronized List<Generator.Arrived> summary() {
        return Arrays.stream(Step.values()).map(this::summary).toList();
    }

    private Generator.Arrived summary(Step step) {
        long once = 0;
        long lacking = 0;
        long unasked = 0;
        long again = 0;
        for (Sending sending : sendings) {
            int times = sending.places()[step.ordinal()];
            boolean wanted = step.isWayOf(sending.hostile());
            once += Math.min(times, 1);
            lacking += wanted && times == 0 ? 1 : 0;
            unasked += !wanted && times > 0 ? 1 : 0;
            again += Math.max(times - 1, 0);
        }
        Histogram latency = micros.get(step);
        return new Generator.Arrived(
                step, once, lacking, unasked, again, latency == null ? Latency.NONE : Latency.ofMicros(latency));
    }
}
