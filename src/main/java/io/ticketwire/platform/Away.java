package io.ticketwire.platform;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import org.apache.kafka.common.errors.RetriableException;

/** Whether a failure is none of the request's or the record's, but of a database or a broker that is away for now. */
public final class Away {

    /**
     * Connection, transaction rollback (deadlock, serialization), resources, object in use, operator intervention, system,
     * read-only (a standby that is being promoted).
     */
    private static final Pattern SQL_STATES = Pattern.compile("(08|40|53|55|57|58).*|25006");

    private Away() {}

    /** Whether doing the same again later may succeed. Everything that is not known to be so is a defect. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (away(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean away(Throwable cause) {
        if (cause instanceof PgException database) {
            return database.getSqlState() != null
                    && SQL_STATES.matcher(database.getSqlState()).matches();
        }
        return cause instanceof RetriableException
                || cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof TimeoutException
                || cause instanceof NoStackTraceThrowable
                || cause instanceof VertxException;
    }
}
