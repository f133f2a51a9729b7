package io.ticketwire.bench.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.ticketwire.bench.process.Database;
import io.ticketwire.bench.process.Gateway;
import io.ticketwire.bench.process.Waiting;

/** What deliveries leave behind in a gateway from its start on. */
final class Trace {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Gateway gateway;
    private final Database.Content before;
    private final long loggedBefore;
    private final double divertedBefore;

    Trace(Gateway gateway) {
        this.gateway = gateway;
        this.before = gateway.database().ofDeliveries();
        this.loggedBefore = gateway.database().successes();
        this.divertedBefore = diverted();
    }

    /** Waits until the log holds as many successful attempts; gives how many are missing. */
    long awaitLogged(long deliveries) {
        Waiting.cameTrue(PATIENCE, () -> logged() >= deliveries);
        return Math.max(0, deliveries - logged());
    }

    /** Per delivery; attempts that failed are among the rows and bytes. */
    Map<String, Object> perDelivery(long deliveries) {
        Database.Content content = gateway.database().ofDeliveries().since(before);
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("rows/delivery", content.rows() / (double) deliveries);
        trace.put("bytes/delivery", content.bytes() / deliveries);
        trace.put("WAL bytes/delivery", content.walBytes() / deliveries);
        trace.put("diverted", (long) (diverted() - divertedBefore));
        return trace;
    }

    private long logged() {
        return gateway.database().successes() - loggedBefore;
    }

    private double diverted() {
        return gateway.api().metric("ticketwire_deliveries_diverted_total");
    }
}
