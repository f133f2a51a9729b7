package io.ticketwire.platform;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.vertx.mutiny.sqlclient.Tuple;

/** The filters of a list as the condition of a query. A filter that is null or empty is none. Values are only ever parameters. */
public final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Tuple values = Tuple.tuple();

    /** Text that must be equal. */
    public Where is(String column, String value) {
        return value == null || value.isEmpty() ? this : add(column + " = $?", value);
    }

    /** One of the words; any other is the caller's mistake. */
    public Where isOneOf(String column, String field, String value, List<String> words) {
        if (value != null && !value.isEmpty() && !words.contains(value)) {
            throw ProblemException.field(field, "must be one of " + String.join(", ", words));
        }
        return is(column, value);
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

    /** Not before. */
    public Where since(String column, String field, String value) {
        return time(column + " >= $?", field, value);
    }

    /** Before. */
    public Where until(String column, String field, String value) {
        return time(column + " < $?", field, value);
    }

    /** Text that must occur in one of the columns, whatever its case. */
    public Where contains(List<String> columns, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        String pattern = "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String any = String.join(
                " or ", columns.stream().map(column -> column + " ilike $?").toList());
        return add("(" + any + ")", pattern);
    }

    /** The page's rows, newest first; {@code seq} numbers them. */
    public String page(String select, Page.Request page) {
        add("seq < $?", page.before());
        values.addInteger(page.fetch());
        return select + " where " + String.join(" and ", conditions) + " order by seq desc limit $" + values.size();
    }

    /** The parameters of the query. */
    public Tuple values() {
        return values;
    }

    private Where time(String condition, String field, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        try {
            return add(condition, Columns.time(OffsetDateTime.parse(value).toInstant()));
        } catch (DateTimeException e) {
            throw ProblemException.field(field, "must be a time like " + Instant.EPOCH);
        }
    }

    private Where add(String condition, Object value) {
        values.addValue(value);
        conditions.add(condition.replace("$?", "$" + values.size()));
        return this;
    }
}
