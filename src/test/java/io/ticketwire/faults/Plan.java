package io.ticketwire.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.ticketwire.faults.FaultKind.Track;

/**
 * When what goes wrong: decided by the seed alone, before the run.
 *
 * @param faults by track and then by time
 * @param calm from when on nothing more goes wrong
 */
record Plan(List<Fault> faults, Duration calm) {

    /**
     * One fault.
     *
     * @param pause since the one before it on its track was over, however long that took; of the first: since the beginning
     * @param length how long it lasts
     */
    record Fault(FaultKind kind, Duration pause, Duration length) {}

    /** Between two faults of a track. */
    private record Gap(long shortestMs, long longestMs) {}

    private static final Map<Track, Gap> GAPS = Map.of(
            Track.GATEWAY, new Gap(12_000, 40_000),
            Track.BROKER, new Gap(20_000, 50_000),
            Track.DATABASE, new Gap(15_000, 40_000),
            Track.DISK, new Gap(15_000, 40_000),
            Track.RECEIVER, new Gap(2_000, 8_000));

    /** A run of this length or a longer one has the gaps and lengths above; a shorter one has them shortened alike. */
    private static final Duration FULL = Duration.ofMinutes(1);

    /** In which the first fault of every track comes, each in a part of its own, so that a short run sees them apart, too. */
    private static final Duration FIRST_ROUND = Duration.ofSeconds(40);

    /** The end of a run is without new faults, as a share of it. */
    private static final double CALM = 0.15;

    Plan {
        faults = List.copyOf(faults);
    }

    /** The same for the same seed and duration. The worst of each track comes first, so that a short run has it, too. */
    static Plan of(long seed, Duration duration) {
        double scale = Math.min(1, (double) duration.toMillis() / FULL.toMillis());
        long end = Math.round(duration.toMillis() * (1 - CALM));
        List<Track> order = new ArrayList<>(List.of(Track.values()));
        Collections.shuffle(order, new Random(seed));
        double part = FIRST_ROUND.toMillis() * scale / order.size();
        List<Fault> faults = new ArrayList<>();
        for (Track track : Track.values()) {
            Random random = new Random(seed * 31 + track.ordinal());
            long first = Math.round((order.indexOf(track) + random.nextDouble()) * part);
            faults.addAll(on(track, random, first, end, scale));
        }
        return new Plan(faults, Duration.ofMillis(end));
    }

    Stream<Fault> on(Track track) {
        return faults.stream().filter(fault -> fault.kind().track == track);
    }

    private static List<Fault> on(Track track, Random random, long first, long end, double scale) {
        Gap gap = GAPS.get(track);
        List<Fault> faults = new ArrayList<>();
        List<FaultKind> left = new ArrayList<>();
        long pause = first;
        for (long at = first; at < end; ) {
            if (left.isEmpty()) {
                left.addAll(kinds(track, random, faults.isEmpty()));
            }
            FaultKind kind = left.remove(0);
            long length = between(kind.shortest.toMillis(), kind.longest.toMillis(), scale, random);
            faults.add(new Fault(kind, Duration.ofMillis(pause), Duration.ofMillis(length)));
            pause = between(gap.shortestMs(), gap.longestMs(), scale, random);
            at += length + pause;
        }
        return faults;
    }

    private static List<FaultKind> kinds(Track track, Random random, boolean first) {
        List<FaultKind> kinds = new ArrayList<>(Arrays.stream(FaultKind.values())
                .filter(kind -> kind.track == track)
                .toList());
        Collections.shuffle(first ? kinds.subList(1, kinds.size()) : kinds, random);
        return kinds;
    }

    private static long between(long shortest, long longest, double scale, Random random) {
        return Math.round((shortest + random.nextDouble() * (longest - shortest)) * scale);
    }
}
