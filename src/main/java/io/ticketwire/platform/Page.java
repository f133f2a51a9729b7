package io.ticketwire.platform;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A page of a list, newest first. The cursor is opaque to callers.
 *
 * @param nextCursor null on the last page
 */
public record Page<T>(List<T> items, String nextCursor) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** Where a page starts and how long it is. Rows are numbered by {@code seq}; a page holds those below {@code before}. */
    public record Request(int limit, long before) {

        /** Reads the query parameters; both may be null. */
        public static Request of(Integer limit, String cursor) {
            if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
                throw ProblemException.field("limit", "must be between 1 and " + MAX_LIMIT);
            }
            return new Request(limit == null ? DEFAULT_LIMIT : limit, before(cursor));
        }

        private static long before(String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return Long.MAX_VALUE;
            }
            try {
                return Long.parseUnsignedLong(cursor, Character.MAX_RADIX);
            } catch (NumberFormatException e) {
                throw ProblemException.field("cursor", "is not a cursor of this list");
            }
        }

        /** What to ask the database for: one row more than the page holds shows whether another page follows. */
        public int fetch() {
            return limit + 1;
        }
    }

    /** The page out of up to {@link Request#fetch()} rows. */
    public static <T> Page<T> of(List<T> rows, Request request, ToLongFunction<T> seq) {
        return of(rows, rows.size(), request, seq);
    }

    /**
     * The page out of the first of up to {@link Request#fetch()} rows.
     *
     * @param found how many they are with those that were left out
     */
    static <T> Page<T> of(List<T> rows, int found, Request request, ToLongFunction<T> seq) {
        List<T> items = rows.subList(0, Math.min(rows.size(), request.limit()));
        if (items.size() == found) {
            return new Page<>(items, null);
        }
        long last = seq.applyAsLong(items.get(items.size() - 1));
        return new Page<>(items, Long.toUnsignedString(last, Character.MAX_RADIX));
    }

    /** The same page, of what is shown of each row. */
    public <V> Page<V> map(Function<? super T, V> view) {
        return new Page<>(items.stream().map(view).toList(), nextCursor);
    }

    /** A list that is always short. */
    public static <T> Page<T> all(List<T> items) {
        return new Page<>(items, null);
    }
}
