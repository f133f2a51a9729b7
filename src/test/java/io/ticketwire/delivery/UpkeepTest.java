package io.ticketwire.delivery;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is old goes, what is needed soon is there. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class UpkeepTest {

    @Inject
    Pool database;

    @Inject
    Retention retention;

    @Inject
    AttemptPartitions partitions;

    @Inject
    PendingMark pending;

    @Test
    void deliveriesAndEventsBeyondTheRetentionAreDeletedInBatches() {
        // given more than a batch of old ones, and one of each that is not old enough
        String subject = UUID.randomUUID().toString();
        events(subject, 1_100, 31);
        events(subject, 1, 29);

        // when
        done(retention.deleteExpired());

        // then
        assertEquals(1, count("events", subject));
        assertEquals(1, count("deliveries", subject));
    }

    @Test
    void anEventIsKeptAsLongAsADeliveryOfItOrItsWayOutOfTheOutbox() {
        // given
        String recovered = UUID.randomUUID().toString();
        String unsent = UUID.randomUUID().toString();
        events(recovered, 1, 31);
        events(unsent, 1, 31);
        execute("update deliveries set created_at = now() - interval '1 day' where subject = '" + recovered + "'");
        execute("insert into outbox (event_id, topic, key) select id, 'nowhere', 'key' from events where subject = '"
                + unsent + "'");

        // when
        done(retention.deleteExpired());
        execute("delete from outbox where topic = 'nowhere'");

        // then
        assertEquals(List.of(1, 1), List.of(count("events", recovered), count("deliveries", recovered)));
        assertEquals(List.of(1, 0), List.of(count("events", unsent), count("deliveries", unsent)));
    }

    @Test
    void thePartitionsOfTodayAndTomorrowAreThereBeforeAnyAttempt() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);

        done(partitions.makeAhead());

        assertTrue(partitionNames().containsAll(List.of(name(today), name(today.plusDays(1)))));
    }

    @Test
    void aPartitionBeyondTheRetentionIsDroppedAndTheOthersStay() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        done(partitions.ensure(List.of(today.minusDays(40), today.minusDays(29))));

        done(partitions.dropExpired());

        List<String> left = partitionNames();
        assertTrue(left.contains(name(today.minusDays(29))), left.toString());
        assertTrue(!left.contains(name(today.minusDays(40))), left.toString());
    }

    @Test
    void theMarkStopsAtTheFirstPendingDelivery() {
        // given
        String subject = UUID.randomUUID().toString();
        events(subject, 3, 1);
        String first = "(select min(seq) from deliveries where subject = '" + subject + "')";
        // Other tests left theirs, and what is younger than a minute holds the mark back.
        execute(
                "update deliveries set created_at = now() - interval '1 hour', status = 'delivered' where status = 'pending'"
                        + " or created_at > now() - interval '1 hour'");
        execute("update deliveries set status = 'pending' where seq = " + first + " + 1");

        // when
        done(pending.move());

        // then
        long mark = number("select seq from pending_mark");
        assertEquals(number("select " + first + " + 1"), mark);
        execute("update deliveries set status = 'delivered' where seq = " + first + " + 1");
        done(pending.move());
        assertTrue(number("select seq from pending_mark") > mark);
    }

    /** So many, with a delivery each. */
    private void events(String subject, int count, int days) {
        String age = "now() - interval '" + days + " days'";
        execute(
                """
                with happened as (
                    insert into events (id, type, source, subject, time, dataschema, traceparent, received_at, verified, data,
                        recorded_at)
                    select gen_random_uuid(), 'ticket.created', 'test', '%1$s', %2$s, 'test', 'test', %2$s, false, '{}', %2$s
                    from generate_series(1, %3$d) returning id)
                insert into deliveries (id, event_id, event_type, subject, endpoint_id, status, created_at, updated_at)
                select gen_random_uuid(), id, 'ticket.created', '%1$s', gen_random_uuid(), 'delivered', %2$s, %2$s from happened
                """
                        .formatted(subject, age, count));
    }

    private int count(String table, String subject) {
        return (int) number("select count(*) from " + table + " where subject = '" + subject + "'");
    }

    private long number(String sql) {
        return done(database.query(sql).execute()).iterator().next().getLong(0);
    }

    private void execute(String sql) {
        done(database.query(sql).execute());
    }

    private List<String> partitionNames() {
        var rows = done(database.query(
                        "select inhrelid::regclass::text from pg_inherits where inhparent = 'delivery_attempts'::regclass")
                .execute());
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(0))
                .collect(Collectors.toList());
    }

    private static String name(LocalDate day) {
        return "delivery_attempts_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    private static <T> T done(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(30));
    }
}
