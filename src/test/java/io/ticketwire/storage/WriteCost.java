package io.ticketwire.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the indexes of {@code deliveries} cost: every row is inserted once and updated once, in batches, as fan-out and
 * recorder do. No test of the build, since it takes minutes and says how fast a machine is:
 *
 * <pre>mvn test -Dtest=WriteCost -Dstorage.rows=60000 -Dstorage.before=100000 [-Dstorage.behind=1] [-Dstorage.variants=f.*]</pre>
 */
class WriteCost {

    private static final int ROWS = Integer.getInteger("storage.rows", 200_000);
    private static final int BEFORE = Integer.getInteger("storage.before", 500_000);
    private static final int BATCH = 1_000;

    /** To see what it costs that ids are random. */
    private static final boolean SEQUENTIAL = Boolean.getBoolean("storage.sequential");

    /**
     * An update takes rows at random out of those of so many inserts before it: with 1 it takes neighbours, which is the
     * hardest for a page's room, since both versions of all of them have to fit.
     */
    private static final int BEHIND = Integer.getInteger("storage.behind", 4);

    private static final String TABLE =
            """
            create table deliveries (
                id uuid primary key, seq bigint generated always as identity, event_id uuid not null,
                event_type text not null, subject text not null, endpoint_id uuid not null, status text not null,
                attempts integer not null default 0, next_attempt_at timestamptz, last_status_code integer,
                last_error text, created_at timestamptz not null, updated_at timestamptz not null%s) with (fillfactor = %d)
            """;
    private static final String TROUBLE =
            """
            , trouble text generated always as
                (case when status in ('retrying', 'dead', 'failed', 'skipped') then status end) stored""";
    private static final String INSERT =
            """
            insert into deliveries (id, event_id, event_type, subject, endpoint_id, status, created_at, updated_at)
                select *, now(), now() from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::text[])
            on conflict (id) do nothing
            """;
    private static final String UPDATE =
            """
            update deliveries d set status = a.status, attempts = a.number, next_attempt_at = a.next_attempt_at,
                last_status_code = a.status_code, last_error = a.error, updated_at = now()
            from unnest(?::uuid[], ?::int[], ?::text[], ?::timestamptz[], ?::int[], ?::text[])
                as a (id, number, status, next_attempt_at, status_code, error)
            where d.id = a.id and (a.number > d.attempts or a.number = d.attempts and d.status <> 'delivered')
            """;

    private static final String SEQ = "create index on deliveries (seq)";
    private static final String ENDPOINT = "create index on deliveries (endpoint_id, seq)";
    private static final String STATUS = "create index on deliveries (status, seq)";
    private static final String SUBJECT = "create index on deliveries (subject, seq)";
    private static final String EVENT = "create index on deliveries (event_id)";
    private static final String CREATED = "create index on deliveries (created_at, seq)";
    private static final String TYPE = "create index on deliveries (event_type, seq)";
    private static final String BY_TROUBLE = "create index on deliveries (trouble, seq) where trouble is not null";
    private static final String ENDPOINT_TROUBLE =
            "create index on deliveries (endpoint_id, trouble, seq) where trouble is not null";
    private static final String NOT_DELIVERED = "create index on deliveries (status, seq) where status <> 'delivered'";

    private record Variant(boolean trouble, int fillfactor, List<String> indexes) {}

    private static Map<String, Variant> variants() {
        List<String> v1 = List.of(SEQ, ENDPOINT, STATUS, SUBJECT, EVENT);
        List<String> narrow = List.of(SEQ, ENDPOINT, SUBJECT, EVENT, BY_TROUBLE, ENDPOINT_TROUBLE);
        List<String> now = List.of(SEQ, ENDPOINT, EVENT, BY_TROUBLE, ENDPOINT_TROUBLE, CREATED, TYPE);
        Map<String, Variant> variants = new LinkedHashMap<>();
        variants.put("a  index on status (V1)", new Variant(false, 100, v1));
        variants.put("a2 the same, fillfactor 85", new Variant(false, 85, v1));
        for (int fillfactor : new int[] {100, 90, 85, 80, 70, 60, 50}) {
            variants.put("b" + fillfactor + " index on trouble", new Variant(true, fillfactor, narrow));
        }
        variants.put(
                "c  partial on status <> 'delivered'", new Variant(false, 50, with(without(narrow), NOT_DELIVERED)));
        variants.put("d  b50 + created_at", new Variant(true, 50, with(narrow, CREATED)));
        variants.put(
                "e  d without subject",
                new Variant(true, 50, List.of(SEQ, ENDPOINT, EVENT, BY_TROUBLE, ENDPOINT_TROUBLE, CREATED)));
        variants.put("f  e + event_type (V4.1)", new Variant(true, 50, now));
        variants.put("f60 the same, fillfactor 60", new Variant(true, 60, now));
        variants.put("f70 the same, fillfactor 70", new Variant(true, 70, now));
        return variants;
    }

    private static List<String> without(List<String> indexes) {
        return indexes.stream().filter(index -> !index.contains("trouble")).toList();
    }

    private static List<String> with(List<String> indexes, String more) {
        List<String> all = new ArrayList<>(indexes);
        all.add(more);
        return all;
    }

    @Test
    void measure() throws SQLException {
        Map<String, String> database = EmbeddedStack.configuration();
        String url = database.get("quarkus.datasource.jdbc.url");
        String user = database.get("quarkus.datasource.username");
        String password = database.get("quarkus.datasource.password");
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            execute(connection, "create schema write_cost");
            execute(connection, "set search_path = write_cost");
            for (var variant : variants().entrySet()) {
                if (variant.getKey().matches(System.getProperty("storage.variants", ".*"))) {
                    assertTrue(run(connection, variant.getKey(), variant.getValue()) > 0);
                }
            }
            execute(connection, "drop schema write_cost cascade");
        }
    }

    private static double run(Connection connection, String name, Variant variant) throws SQLException {
        execute(connection, "drop table if exists deliveries");
        execute(connection, TABLE.formatted(variant.trouble() ? TROUBLE : "", variant.fillfactor()));
        for (String index : variant.indexes()) {
            execute(connection, index);
        }
        Rows rows = new Rows();
        write(connection, rows, BEFORE);
        execute(connection, "vacuum analyze deliveries");
        execute(connection, "checkpoint");
        execute(connection, "select pg_stat_reset_single_table_counters('deliveries'::regclass)");
        String before = value(connection, "select pg_current_wal_lsn()");
        long start = System.nanoTime();
        write(connection, rows, ROWS);
        double seconds = (System.nanoTime() - start) / 1e9;
        String wal = value(connection, "select pg_wal_lsn_diff(pg_current_wal_lsn(), '" + before + "')::bigint");
        execute(connection, "select pg_stat_force_next_flush()");
        System.out.printf(
                "%-36s %7.0f rows/s %6d WAL bytes/row  updates hot %5.1f %%  dead %7s  table %5s MB indexes %5s MB%n",
                name,
                ROWS / seconds,
                Long.parseLong(wal) / ROWS,
                Double.parseDouble(value(
                        connection,
                        "select 100.0 * n_tup_hot_upd / n_tup_upd from pg_stat_user_tables"
                                + " where relid = 'deliveries'::regclass")),
                value(connection, "select n_dead_tup from pg_stat_user_tables where relid = 'deliveries'::regclass"),
                value(connection, "select pg_table_size('deliveries') >> 20"),
                value(connection, "select pg_indexes_size('deliveries') >> 20"));
        return ROWS / seconds;
    }

    /** 200 endpoints, ten types, five deliveries to an event; 96 of 100 are delivered at once. */
    private static final class Rows {
        private final Random random = new Random(1);
        private final UUID[] endpoints =
                IntStream.range(0, 200).mapToObj(n -> id()).toArray(UUID[]::new);
        private long next;
        private final List<UUID> behind = new ArrayList<>();

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        Object[][] batch() {
            Object[][] columns = new Object[6][BATCH];
            for (int n = 0; n < BATCH; n++) {
                boolean same = n % 5 != 0;
                columns[0][n] = SEQUENTIAL ? new UUID(next++, 0) : id();
                columns[1][n] = same ? columns[1][n - 1] : id();
                columns[2][n] = same ? columns[2][n - 1] : "ticket.kind" + random.nextInt(10);
                columns[3][n] = same ? columns[3][n - 1] : new UUID(7, random.nextInt(300_000)).toString();
                columns[4][n] = endpoints[random.nextInt(endpoints.length)];
                columns[5][n] = "pending";
            }
            return columns;
        }

        UUID[] taken() {
            UUID[] taken = new UUID[BATCH];
            for (int n = 0; n < BATCH; n++) {
                int place = BEHIND == 1 ? 0 : random.nextInt(behind.size());
                taken[n] = behind.set(place, behind.get(behind.size() - 1));
                behind.remove(behind.size() - 1);
            }
            return taken;
        }

        String outcome() {
            int of100 = random.nextInt(100);
            return of100 < 96 ? "delivered" : of100 < 98 ? "retrying" : of100 < 99 ? "dead" : "skipped";
        }
    }

    private static void write(Connection connection, Rows rows, int count) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT);
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (int done = 0; done < count; done += BATCH) {
                Object[][] batch = rows.batch();
                String[] types = {"uuid", "uuid", "text", "text", "uuid", "text"};
                for (int column = 0; column < types.length; column++) {
                    insert.setArray(column + 1, connection.createArrayOf(types[column], batch[column]));
                }
                insert.executeUpdate();
                rows.behind.addAll(Arrays.asList(Arrays.copyOf(batch[0], BATCH, UUID[].class)));
                if (rows.behind.size() == BEHIND * BATCH) {
                    update(connection, update, rows, rows.taken());
                }
            }
        }
    }

    private static void update(Connection connection, PreparedStatement update, Rows rows, UUID[] ids)
            throws SQLException {
        Object[] numbers = new Integer[ids.length];
        Object[] codes = new Integer[ids.length];
        Arrays.fill(numbers, 1);
        Arrays.fill(codes, 200);
        update.setArray(1, connection.createArrayOf("uuid", ids));
        update.setArray(2, connection.createArrayOf("int4", numbers));
        update.setArray(
                3,
                connection.createArrayOf(
                        "text", Arrays.stream(ids).map(id -> rows.outcome()).toArray()));
        update.setArray(4, connection.createArrayOf("timestamptz", new Object[ids.length]));
        update.setArray(5, connection.createArrayOf("int4", codes));
        update.setArray(6, connection.createArrayOf("text", new Object[ids.length]));
        update.executeUpdate();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
