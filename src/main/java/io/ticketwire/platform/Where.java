package io.ticketwire.platform;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;

/** The filters of a list as the condition of a query. A filter that is null or empty is none. Values are only ever parameters. */
public final class Where {

    /** A query with the values of its parameters. */
    public record Query(String sql, Tuple values) {}

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** Text that must be equal. */
    public Where is(String column, String field, String value) {
        return value == null || value.isEmpty() ? this : add(column + " = $?", plain(field, value));
    }

    /** One of the words; any other is the caller's mistake. */
    public Where isOneOf(String column, String field, String value, List<String> words) {
        if (value != null && !value.isEmpty() && !words.contains(value)) {
            throw ProblemException.field(field, "must be one of " + String.join(", ", words));
        }
        return is(column, field, value);
    }

    /** An id that must be equal. */
    public Where isId(String column, String field, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        try {
            return add(column + " = $?", UUID.fromString(value));
        } catch (IllegalArgumentException e) {
            throw ProblemException.field(field, "must be a UUID");
        }
    }

    /** One of what a query finds, whose last column must be equal to the text. */
    public Where isIn(String column, String query, String field, String value) {
        return value == null || value.isEmpty() ? this : add(column + " in (" + query + " = $?)", plain(field, value));
    }

    /** Not before. */
    public Where since(String column, String field, String value) {
        return time(column + " >= $?", field, value);
    }

    /** Not before the one and before the other, of a table that is as {@link TimeRange} wants it. */
    public Where within(String table, String column, String since, String until) {
        return time(column + " >= $? and " + TimeRange.from(table, column, "$?"), "since", since)
                .time(column + " < $? and " + TimeRange.until(table, column, "$?"), "until", until);
    }

    /** A condition without a value. */
    public Where holds(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Text that must occur in one of the columns, whatever its case. */
    public Where contains(List<String> columns, String field, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        plain(field, value);
        String pattern = "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String any = String.join(
                " or ", columns.stream().map(column -> column + " ilike $?").toList());
        return add("(" + any + ")", pattern);
    }

    /**
     * A page of the rows that meet the condition, newest first.
     *
     * @param table a table, or a query in brackets with a name, whose column {@code seq} numbers the rows
     * @param seq gives that number
     */
    public <T> Uni<Page<T>> list(
            Pool database, String table, Page.Request page, Function<Row, T> mapping, ToLongFunction<T> seq) {
        Query query = newest(table, page);
        return database.preparedQuery(query.sql())
                .execute(query.values())
                .map(rows -> Page.of(all(rows, mapping), page, seq));
    }

    /**
     * The same of rows that may be large: the page ends early, with the row that fills the bytes.
     *
     * @param text the column that is large
     */
    public <T> Uni<Page<T>> listWithin(
            long bytes,
            String text,
            Pool database,
            String table,
            Page.Request page,
            Function<Row, T> mapping,
            ToLongFunction<T> seq) {
        Query newest = newest(table, page);
        String measured =
                """
                select * from (
                    select *, count(*) over () as found,
                        sum(octet_length(%s)) over (order by seq desc) - octet_length(%s) as bytes_above
                    from (%s) as newest
                ) as measured where bytes_above < %d order by seq desc"""
                        .formatted(text, text, newest.sql(), bytes);
        return database.preparedQuery(measured).execute(newest.values()).map(rows -> {
            int found = rows.size() == 0 ? 0 : rows.iterator().next().getInteger("found");
            return Page.of(all(rows, mapping), found, page, seq);
        });
    }

    /** The query behind a list. To be asked for once: it ends the condition. */
    public Query newest(String table, Page.Request page) {
        add("seq < $?", page.before());
        values.addInteger(page.fetch());
        String sql = "select * from " + table + " where " + String.join(" and ", conditions)
                + " order by seq desc limit $" + values.size();
        return new Query(sql, values);
    }

    /** All rows, in their order. */
    public static <T> List<T> all(RowSet<Row> rows, Function<Row, T> mapping) {
        List<T> all = new ArrayList<>(rows.size());
        rows.forEach(row -> all.add(mapping.apply(row)));
        return all;
    }

    private Where time(String condition, String field, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        FieldChecks checks = new FieldChecks();
        Instant time = checks.time(field, value).orElse(null);
        checks.done();
        return add(condition, Columns.time(time));
    }

    /** The database takes no NUL. */
    private static String plain(String field, String value) {
        if (!FieldChecks.isPlain(value)) {
            throw ProblemException.field(field, "must not have control characters");
        }
        return value;
    }

    private Where add(String condition, Object value) {
        values.addValue(value);
        conditions.add(condition.replace("$?", "$" + values.size()));
        return this;
    }
}
