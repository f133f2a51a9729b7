package io.ticketwire.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Rows turned into columns, for {@code insert into ... select * from unnest($1::uuid[], $2::text[], ...)}: one statement
 * and one round trip for a batch of any size.
 */
public final class Columns<T> {

    private final List<T> rows;
    private final Tuple tuple = Tuple.tuple();

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    public Columns<T> uuid(Function<T, UUID> column) {
        tuple.addArrayOfUUID(rows.stream().map(column).toArray(UUID[]::new));
        return this;
    }

    public Columns<T> text(Function<T, String> column) {
        tuple.addArrayOfString(rows.stream().map(column).toArray(String[]::new));
        return this;
    }

    public Columns<T> time(Function<T, Instant> column) {
        tuple.addArrayOfOffsetDateTime(
                rows.stream().map(column).map(Columns::time).toArray(OffsetDateTime[]::new));
        return this;
    }

    public Columns<T> integer(Function<T, Integer> column) {
        tuple.addArrayOfInteger(rows.stream().map(column).toArray(Integer[]::new));
        return this;
    }

    public Columns<T> number(Function<T, Long> column) {
        tuple.addArrayOfLong(rows.stream().map(column).toArray(Long[]::new));
        return this;
    }

    public Columns<T> bool(Function<T, Boolean> column) {
        tuple.addArrayOfBoolean(rows.stream().map(column).toArray(Boolean[]::new));
        return this;
    }

    public Columns<T> bytes(Function<T, byte[]> column) {
        tuple.addValue(rows.stream()
                .map(column)
                .map(bytes -> bytes == null ? null : Buffer.buffer(bytes))
                .toArray(Buffer[]::new));
        return this;
    }

    /** The parameters, in the order in which the columns were named. */
    public Tuple tuple() {
        return tuple;
    }

    /** A time as the database client takes it; null stays null. */
    public static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** The way back: a time out of a row; null stays null. */
    public static Instant instant(Row row, String column) {
        OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
