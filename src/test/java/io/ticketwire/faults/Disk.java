package io.ticketwire.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The disk below broker and database, as far as they feel it: {@code commit_delay} with {@code commit_siblings = 0} lets
 * every commit of Postgres wait before it flushes its log, {@code log.flush.interval.messages = 1} lets the broker call
 * fsync for every batch before it acknowledges it. Both are changed while the servers run and outlive their restarts.
 */
final class Disk {

    private static final int DELAY_MICROSECONDS = 50_000;
    private static final int WAIT_SECONDS = 5;

    private final ServerProcess broker;
    private final ServerProcess database;

    Disk(ServerProcess broker, ServerProcess database) {
        this.broker = broker;
        this.database = database;
    }

    /** Where a server is down it stays as it was. */
    void slow() throws InterruptedException {
        delayCommits("alter system set commit_delay = " + DELAY_MICROSECONDS, "alter system set commit_siblings = 0");
        flushEveryBatch(AlterConfigOp.OpType.SET);
    }

    /** Gives whether both servers know it. */
    boolean fast() throws InterruptedException {
        boolean commits = delayCommits("alter system reset commit_delay", "alter system reset commit_siblings");
        return flushEveryBatch(AlterConfigOp.OpType.DELETE) && commits;
    }

    private boolean delayCommits(String... settings) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String setting : settings) {
                statement.execute(setting);
            }
            statement.execute("select pg_reload_conf()");
            return true;
        } catch (SQLException down) {
            return false;
        }
    }

    private boolean flushEveryBatch(AlterConfigOp.OpType operation) throws InterruptedException {
        if (!broker.listens()) {
            return false; // a client would try again and again, and say so
        }
        ConfigResource allBrokers = new ConfigResource(ConfigResource.Type.BROKER, "");
        AlterConfigOp flush = new AlterConfigOp(new ConfigEntry("log.flush.interval.messages", "1"), operation);
        Map<String, Object> reach = Map.of(
                "bootstrap.servers", broker.reachable("kafka"),
                "default.api.timeout.ms", WAIT_SECONDS * 1_000,
                "request.timeout.ms", WAIT_SECONDS * 1_000);
        try (Admin admin = Admin.create(reach)) {
            admin.incrementalAlterConfigs(Map.of(allBrokers, List.of(flush)))
                    .all()
                    .get(WAIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException down) {
            return false;
        }
    }
}
