package io.ticketwire.local;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The broker tells hundreds of lines at INFO before Quarkus has read how much of it is wanted. */
final class QuietLogs {

    /** Held on to: a logger that nobody holds may forget its level. */
    private static final List<Logger> KAFKA = List.of(
            Logger.getLogger("org.apache.kafka"), Logger.getLogger("kafka"), Logger.getLogger("state.change.logger"));

    private static final Logger ZONKY = Logger.getLogger("io.zonky");

    private QuietLogs() {}

    static void ofBinaries() {
        ZONKY.setLevel(Level.WARNING);
    }

    static void ofKafka() {
        KAFKA.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
