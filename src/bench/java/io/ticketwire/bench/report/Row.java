package io.ticketwire.bench.report;

import java.util.Map;

/**
 * One measured phase.
 *
 * @param perSecond requests, records or deliveries, as the phase says
 * @param duplicates arrivals beyond the first; null where nothing is delivered
 * @param lost what was sent and did not come out at the other end
 * @param processes what each process used
 * @param more what this phase alone knows
 */
public record Row(
        String scenario,
        String phase,
        double perSecond,
        Latency latency,
        Long duplicates,
        long lost,
        Map<String, Used> processes,
        Map<String, Object> more) {

    /** The same, found out later how much was lost. */
    public Row withLost(long number) {
        return new Row(scenario, phase, perSecond, latency, duplicates, number, processes, more);
    }

    /**
     * What a process used in the phase.
     *
     * @param cores CPU seconds per second
     * @param rssMiB at its end
     */
    public record Used(double cores, long rssMiB) {}
}
