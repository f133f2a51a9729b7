package io.ticketwire.bench.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a gateway's Postgres holds. */
public final class Database {

    /**
     * What deliveries have left behind.
     *
     * @param rows of deliveries and attempts
     * @param bytes of their tables with indexes
     * @param walBytes written to the log since the cluster was made, whatever for
     */
    public record Content(long rows, long bytes, long walBytes) {
        public Content since(Content earlier) {
            return new Content(rows - earlier.rows, bytes - earlier.bytes, walBytes - earlier.walBytes);
        }
    }

    private final String url;
    private final Path password;

    Database(int port, Path password) {
        this.url = "jdbc:postgresql://127.0.0.1:" + port + "/ticketwire";
        this.password = password;
    }

    public Content ofDeliveries() {
        return new Content(
                number("select (select count(*) from deliveries) + (select count(*) from delivery_attempts)"),
                number("select pg_total_relation_size('deliveries') + sum(pg_total_relation_size(relid))"
                        + " from pg_partition_tree('delivery_attempts')"),
                number("select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')"));
    }

    /** How many attempts were logged that delivered. */
    public long successes() {
        return number("select count(*) from delivery_attempts where outcome = 'delivered'");
    }

    /** How many events were kept. */
    public long events() {
        return number("select count(*) from events");
    }

    private long number(String query) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", Files.readString(password));
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
