package io.ticketwire.bench.report;

import org.HdrHistogram.Histogram;

/** Percentiles in milliseconds; all zero if nothing was measured. */
public record Latency(double p50, double p95, double p99, double p999, double max) {

    /** Nothing was measured. */
    public static final Latency NONE = new Latency(0, 0, 0, 0, 0);

    public static Latency ofMicros(Histogram micros) {
        return new Latency(
                micros.getValueAtPercentile(50) / 1e3,
                micros.getValueAtPercentile(95) / 1e3,
                micros.getValueAtPercentile(99) / 1e3,
                micros.getValueAtPercentile(99.9) / 1e3,
                micros.getMaxValue() / 1e3);
    }
}
