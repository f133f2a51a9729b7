package io.ticketwire.bench.receiver;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.HdrHistogram.Histogram;

import io.ticketwire.bench.report.Latency;

/** What arrived of one phase. Confined to the event loop. */
final class Arrivals {

    /** Of one endpoint. */
    private static final class Counts {
        private final Histogram micros = new Histogram(3);
        private long duplicates;
    }

    private static final long BUCKET_MICROS = 100_000;

    private final String run;
    private final Set<UUID> deliveries = new HashSet<>();
    private final TreeMap<Integer, Counts> endpoints = new TreeMap<>();
    private final List<Integer> timeline = new ArrayList<>();
    private long unsigned;
    private long first;
    private long last;

    /** @param run deliveries of other phases are passed over: retries of what hung in an earlier one */
    Arrivals(String run) {
        this.run = run;
    }

    /** Notes a delivery; latency counts from when the event was to be sent, whenever it really was. */
    void add(int endpoint, UUID delivery, EventMark event, boolean signed, long nowMicros) {
        if (!event.run().equals(run)) {
            return;
        }
        unsigned += signed ? 0 : 1;
        Counts counts = endpoints.computeIfAbsent(endpoint, ignored -> new Counts());
        if (!deliveries.add(delivery)) {
            counts.duplicates++;
            return;
        }
        counts.micros.recordValue(Math.max(0, nowMicros - event.micros()));
        first = first == 0 ? nowMicros : first;
        last = nowMicros;
        int bucket = (int) ((nowMicros - first) / BUCKET_MICROS);
        while (timeline.size() <= bucket) {
            timeline.add(0);
        }
        timeline.set(bucket, timeline.get(bucket) + 1);
    }

    long count(Receiver.Range range) {
        return of(range).values().stream()
                .mapToLong(counts -> counts.micros.getTotalCount())
                .sum();
    }

    Receiver.Summary summary(Receiver.Range range) {
        Histogram all = new Histogram(3);
        of(range).values().forEach(counts -> all.add(counts.micros));
        return new Receiver.Summary(
                all.getTotalCount(),
                of(range).values().stream()
                        .mapToLong(counts -> counts.duplicates)
                        .sum(),
                unsigned,
                Latency.ofMicros(all),
                (last - first) / 1e6,
                steadyPerSecond());
    }

    private double steadyPerSecond() {
        long tenth = deliveries.size() / 10;
        long before = 0;
        long steady = 0;
        int buckets = 0;
        for (int arrived : timeline) {
            if (before >= tenth && before + arrived <= deliveries.size() - tenth) {
                steady += arrived;
                buckets++;
            }
            before += arrived;
        }
        return buckets == 0 ? 0 : steady * 1e6 / BUCKET_MICROS / buckets;
    }

    private Map<Integer, Counts> of(Receiver.Range range) {
        return endpoints.subMap(range.from(), range.to());
    }
}
