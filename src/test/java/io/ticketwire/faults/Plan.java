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
 */
record Plan(List<Fault> faults) {

    /**
     * One fault.
     *
     * @param at after the beginning of the run; later where the one before it on its track is not over yet
     * @param length how long it lasts
     */
    record Fault(FaultKind kind, Duration at, Duration length) {}

    /** Between two faults of a track. */
    private record Gap(long shortestMs, long longestMs) {}

    private static final Map<Track, Gap> GAPS = Map.of(
            Track.GATEWAY, new Gap(12_000, 40_000),
            Track.BROKER, new Gap(20_000, 50_000),
            Track.DATABASE, new Gap(15_000, 40_000),
            Track.DISK, new Gap(15_000, 40_000),
            Track.RECEIVER, new Gap(2_000, 8_000));

    /** A run of this length or a longer one has the gaps and lengths above; a shorter one has them shortened alike. */
    private static final Duration FULL = Duration.ofMinutes(2);

    Plan {
        faults = List.copyOf(faults);
    }

    /** The same for the same seed and duration. The worst of each track comes first, so that a short run has it, too. */
    static Plan of(long seed, Duration duration) {
        double scale = Math.min(1, (double) duration.toMillis() / FULL.toMillis());
        return new Plan(Arrays.stream(Track.values())
                .flatMap(track -> on(track, new Random(seed * 31 + track.ordinal()), duration.toMillis(), scale))
                .toList());
    }

    Stream<Fault> on(Track track) {
        return faults.stream().filter(fault -> fault.kind().track == track);
    }

    private static Stream<Fault> on(Track track, Random random, long end, double scale) {
        List<Fault> faults = new ArrayList<>();
        List<FaultKind> left = new ArrayList<>();
        long at = between(GAPS.get(track).shortestMs(), GAPS.get(track).longestMs(), scale, random) / 2;
        while (at < end) {
            if (left.isEmpty()) {
                left.addAll(kinds(track, random, faults.isEmpty()));
            }
            FaultKind kind = left.remove(0);
            long length = between(kind.shortest.toMillis(), kind.longest.toMillis(), scale, random);
            faults.add(new Fault(kind, Duration.ofMillis(at), Duration.ofMillis(length)));
            at += length + between(GAPS.get(track).shortestMs(), GAPS.get(track).longestMs(), scale, random);
        }
        return faults.stream();
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
