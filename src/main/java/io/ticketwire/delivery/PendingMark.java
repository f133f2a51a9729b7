package io.ticketwire.delivery;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/**
 * Where the deliveries begin of which any may still be pending. An index would say it too, but then every update to
 * {@code delivered} would have to touch all indexes of the table. Instead the mark follows the first pending delivery:
 *
 * <pre>
 *   seq   1 2 3 4 5 6 7 8 9 10 11        d delivered, p pending
 *         d d d d d d p d d  p  p
 *                     ^ mark             a list of what is pending begins here
 * </pre>
 *
 * <p>A row may be seen a little later than rows with higher numbers, so the mark stays a minute behind; nothing that was
 * attempted becomes pending again.
 */
@ApplicationScoped
public class PendingMark {

    static final String NOT_BEFORE = "seq >= (select m.seq from pending_mark m)";

    private static final String MOVE =
            """
            update pending_mark m set seq = f.seq from (
                select coalesce(
                    (select seq from deliveries
                        where seq >= (select seq from pending_mark)
                            and (status = 'pending' or created_at > now() - interval '1 minute')
                        order by seq limit 1),
                    (select max(seq) from deliveries)) as seq) f
            where f.seq > m.seq
            """;

    private final Pool database;

    PendingMark(Pool database) {
        this.database = database;
    }

    /** Moves the mark on. */
    Uni<Void> move() {
        return database.query(MOVE).execute().replaceWithVoid();
    }
}
