package io.ticketwire.delivery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import org.jboss.logging.Logger;

import io.ticketwire.platform.Where;

/**
 * A partition of the attempts per day (UTC): made the day before, so that no attempt waits for it, or else when the first
 * attempt of its day is recorded; dropped after the retention.
 */
@ApplicationScoped
public class AttemptPartitions {

    private static final Logger LOG = Logger.getLogger(AttemptPartitions.class);
    private static final String PREFIX = "delivery_attempts_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('ticketwire.attempt-partitions'))";
    private static final String LIST =
            "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'delivery_attempts'::regclass";

    private final Pool database;
    private final DeliverySettings settings;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    AttemptPartitions(Pool database, DeliverySettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Makes the partitions of these days, as far as they are not there. */
    Uni<Void> ensure(Collection<LocalDate> days) {
        List<LocalDate> missing = days.stream()
                .filter(day -> !made.contains(day))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        if (missing.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return database.withTransaction(transaction -> transaction
                        .query(LOCK)
                        .execute()
                        .chain(() -> names(transaction))
                        .onItem()
                        .transformToMulti(
                                there -> Multi.createFrom().iterable(missing).filter(day -> !there.contains(name(day))))
                        .onItem()
                        .transformToUniAndConcatenate(day -> create(transaction, day))
                        .onItem()
                        .ignoreAsUni())
                .invoke(() -> made.addAll(missing));
    }

    /** Makes those of today and tomorrow. */
    Uni<Void> makeAhead() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return ensure(List.of(today, today.plusDays(1)));
    }

    /** Drops what is older than the retention. */
    Uni<Void> dropExpired() {
        LocalDate oldest = LocalDate.now(ZoneOffset.UTC)
                .minusDays(settings.attemptRetention().toDays());
        return names(database)
                .onItem()
                .transformToMulti(names -> Multi.createFrom().iterable(names))
                .filter(name -> day(name).isBefore(oldest))
                .onItem()
                .transformToUniAndConcatenate(this::drop)
                .onItem()
                .ignoreAsUni();
    }

    /** It locks the whole table: rather than have every attempt wait behind a long query, it is tried again later. */
    private Uni<Void> drop(String name) {
        LOG.infof("Attempts beyond the retention are dropped: %s", name);
        made.remove(day(name));
        return database.withTransaction(transaction -> transaction
                .query("set local lock_timeout = '2s'")
                .execute()
                .chain(() -> transaction.query("drop table if exists " + name).execute())
                .replaceWithVoid());
    }

    private static Uni<List<String>> names(SqlClient client) {
        return client.query(LIST).execute().map(rows -> Where.all(rows, row -> row.getString("name")));
    }

    private static Uni<Void> create(SqlConnection transaction, LocalDate day) {
        String sql = "create table %s partition of delivery_attempts for values from ('%s') to ('%s')"
                .formatted(name(day), day + " 00:00+00", day.plusDays(1) + " 00:00+00");
        return transaction.query(sql).execute().replaceWithVoid();
    }

    private static String name(LocalDate day) {
        return PREFIX + DAY.format(day);
    }

    private static LocalDate day(String name) {
        return LocalDate.parse(name.substring(name.lastIndexOf('_') + 1), DAY);
    }
}
