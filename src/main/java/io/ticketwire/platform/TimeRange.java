package io.ticketwire.platform;

/**
 * Times of a table whose rows are numbered by {@code seq} as they are inserted, turned into bounds of that number. A list in
 * the order of {@code seq} then starts where its time range does, by whatever index it uses, instead of reading its way there.
 *
 * <p>A row's time is that of its transaction, which may be a little older than its number says: the bounds leave a minute
 * of slack, so the condition on the time itself has to stand beside them. The table needs an index on (time, seq).
 */
public final class TimeRange {

    private static final String SLACK = "interval '1 minute'";

    private TimeRange() {}

    /** A condition that every row from this time on meets; the parameter is text such as {@code $1}. */
    public static String from(String table, String column, String parameter) {
        return "seq > coalesce((select b.seq from %s b where b.%s < %s - %s order by b.%s desc, b.seq desc limit 1), 0)"
                .formatted(table, column, parameter, SLACK, column);
    }

    /** A condition that every row before this time meets. */
    public static String until(String table, String column, String parameter) {
        return "seq < coalesce((select b.seq from %s b where b.%s >= %s + %s order by b.%s, b.seq limit 1), %d)"
                .formatted(table, column, parameter, SLACK, column, Long.MAX_VALUE);
    }
}
