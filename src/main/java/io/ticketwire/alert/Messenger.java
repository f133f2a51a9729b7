package io.ticketwire.alert;

import java.time.Instant;
import java.util.List;

import io.smallrye.mutiny.Uni;

/** A way to tell the administrators. */
interface Messenger {

    /**
     * Tells them, of all at once.
     *
     * @param alerts at least one
     * @param until how long to try; what can't be told by then is logged as an error
     * @return completes when there is nothing more to be done; fails only with a defect
     */
    Uni<Void> tell(List<Alert> alerts, Instant until);
}
