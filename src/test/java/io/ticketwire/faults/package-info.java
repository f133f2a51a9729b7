/**
 * What proves that nothing is lost: a steady load by platforms that never repeat a request, while the gateway, the broker and
 * the database, each in a process of its own, are killed, restarted and frozen, the disk is slow and a receiver flaps.
 *
 * <pre>
 *   mvn verify                 {@link io.ticketwire.faults.FaultsIT} for 30 s at 50/s, among all other tests
 *   mvn -Pfaults verify        only that one, for 10 min at 200/s
 *     -Dfaults.duration=PT3M -Dfaults.rate=100 -Dfaults.seed=42
 * </pre>
 *
 * The seed decides what goes wrong when ({@link io.ticketwire.faults.Plan}); what is under way at that moment is chance. A run
 * prints a report and leaves {@code target/faults/report-<seed>.json}, and in {@code target/faults/run-<seed>} the data and the
 * logs of every process. A run that fails tells what the API says of each lost delivery.
 *
 * <p><b>Lost</b> is a delivery (event, endpoint) whose event was answered with a 200 and that its receiver never answered with
 * one: none may be. A request that was answered with anything else, or not at all, is no loss; its event may arrive all the same.
 *
 * <p><b>Duplicates</b> are 200s of a receiver beyond the first of a delivery. A fault may repeat what is under way, each
 * delivery once. Under way is a delivery from the moment its event was sent until its offset is committed, at most {@code reach}
 * after its 200: offsets are committed every 0.5 s, and not before the oldest delivery of the partition is through, which may
 * take a question to the database (2 s) and its time-out (2 s here). While the broker is away or the gateway is frozen nothing is
 * committed, so what was under way stays so. The bound of a run is, summed over its faults, how many deliveries were under way
 *
 * <ul>
 *   <li>at the moment of a kill of the gateway, or of the receiver's connections;
 *   <li>from the beginning of an outage of broker or database, or of a freeze, until {@code reach} after its end: what was sent
 *       to a broker that is away may have been written although it counts as not published, and is then published again;
 *   <li>and one for each attempt that failed for the gateway while the receiver had answered it, too late as a rule.
 * </ul>
 *
 * Slow disks and receivers that answer 500 or hang explain no duplicate. A delivery that came more often than that fails the run.
 */
package io.ticketwire.faults;
