package io.ticketwire.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import org.flywaydb.core.Flyway;

import io.ticketwire.platform.Where;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A database of its own with the real schema, filled by {@code explain/fill.sql}, to see how queries are answered. As many
 * deliveries as the property {@code storage.rows} says; with a million of them:
 *
 * <pre>mvn test -Dtest='*PlansTest' -Dstorage.rows=1000000   # the plans are in target/plans/</pre>
 */
public final class FilledDatabase implements AutoCloseable {

    private static final int ROWS = Integer.getInteger("storage.rows", 30_000);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;

    private FilledDatabase(PgConnectOptions options) {
        pool = Pool.newInstance(
                PgBuilder.pool().connectingTo(options).using(vertx).build());
    }

    /** Makes it, or takes the one that is there. */
    public static FilledDatabase open() {
        Map<String, String> server = EmbeddedStack.configuration();
        String database = "filled_" + ROWS;
        String url = server.get("quarkus.datasource.jdbc.url").replaceAll("/[^/]*$", "/");
        String user = server.get("quarkus.datasource.username");
        String password = server.get("quarkus.datasource.password");
        try (Connection admin = DriverManager.getConnection(url + "ticketwire", user, password);
                Statement statement = admin.createStatement()) {
            if (!statement
                    .executeQuery("select 1 from pg_database where datname = '" + database + "'")
                    .next()) {
                statement.execute("create database " + database);
                fill(url + database, user, password);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new FilledDatabase(PgConnectOptions.fromUri((url + database).replace("jdbc:", ""))
                .setUser(user)
                .setPassword(password));
    }

    private static void fill(String url, String user, String password) throws SQLException {
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(script().replace("${rows}", Integer.toString(ROWS)));
            statement.execute("vacuum analyze");
        }
    }

    private static String script() {
        try (InputStream script = FilledDatabase.class.getResourceAsStream("/explain/fill.sql")) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the database does to answer the query, and how long that takes; it is kept in {@code target/plans}, too. */
    public String plan(String file, String what, Where.Query query) {
        String explain = "explain (analyze, buffers, costs off, timing off) " + query.sql();
        pool.preparedQuery(explain).execute(query.values()).await().atMost(PATIENCE); // the pages are in memory then
        String plan = StreamSupport.stream(
                        pool.preparedQuery(explain)
                                .execute(query.values())
                                .await()
                                .atMost(PATIENCE)
                                .spliterator(),
                        false)
                .map(row -> row.getString(0))
                .collect(Collectors.joining("\n"));
        keep(file, "--- " + what.replaceAll(" ?\\w+=null", "") + "\n" + plan + "\n\n");
        return plan;
    }

    private static void keep(String file, String text) {
        Path plans = Path.of("target", "plans", file);
        try {
            Files.createDirectories(plans.getParent());
            Files.writeString(plans, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes of working on it. */
    public <T> T ask(Function<Pool, Uni<T>> work) {
        return work.apply(pool).await().atMost(PATIENCE);
    }

    /** A time after so large a share of the time that the rows of a table span, and so much later. */
    public String time(String table, String column, String share, String later) {
        return value("select to_json(min(%2$s) + (max(%2$s) - min(%2$s)) * %3$s + interval '%4$s')#>>'{}' from %1$s"
                .formatted(table, column, share, later));
    }

    /** One value. */
    public String value(String sql) {
        return String.valueOf(pool.query(sql)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getValue(0));
    }

    @Override
    public void close() {
        pool.closeAndAwait();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
