package io.ticketwire.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaProperties;
import org.apache.kafka.metadata.properties.PropertiesUtils;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * One Kafka node, broker and controller, in this process. The controller's voters are static, so they are read from the
 * configuration at each start and may change their port, which a stored voter set couldn't.
 *
 * <p>A record is acknowledged once it is in the page cache: it outlives this process, as with any broker of one replica.
 */
final class EmbeddedKafka {

    private static final int NODE_ID = 1;
    private static final String SETTINGS =
            """
            process.roles = broker,controller
            node.id = %d
            controller.listener.names = CONTROLLER
            auto.create.topics.enable = false
            group.initial.rebalance.delay.ms = 0
            # as large as the largest max.message.bytes of the manifests
            message.max.bytes = 4194304

            # one node: nobody to replicate to
            offsets.topic.replication.factor = 1
            offsets.topic.num.partitions = 3
            transaction.state.log.replication.factor = 1
            transaction.state.log.min.isr = 1
            transaction.state.log.num.partitions = 1
            share.coordinator.state.topic.replication.factor = 1
            share.coordinator.state.topic.min.isr = 1
            share.coordinator.state.topic.num.partitions = 1

            # after a kill -9 the controller waits as long before it lets the broker in again
            broker.heartbeat.interval.ms = 500
            broker.session.timeout.ms = 2000

            # light: a segment of 64 MiB needs 192 KiB of index, the defaults reserve 20 MiB for each partition
            log.segment.bytes = 67108864
            log.index.size.max.bytes = 262144
            log.cleaner.dedupe.buffer.size = 4194304
            log.cleaner.io.buffer.size = 131072
            num.network.threads = 2
            num.io.threads = 4
            background.threads = 2
            """
                    .formatted(NODE_ID);

    private final Path dir;
    private final int port;
    private KafkaRaftServer server;

    EmbeddedKafka(Path dir, int port) {
        this.dir = dir;
        this.port = port;
    }

    String bootstrap() {
        return Ports.HOST + ":" + port;
    }

    /** Starts the broker and returns when it takes records. Does nothing if it runs. */
    synchronized void start() {
        if (server != null) {
            return;
        }
        QuietLogs.ofKafka();
        KafkaRaftServer starting = null;
        try {
            format();
            starting = new KafkaRaftServer(KafkaConfig.fromProps(settings(), false), Time.SYSTEM);
            starting.startup();
            server = starting;
        } catch (Exception e) {
            if (starting != null) {
                starting.shutdown();
            }
            throw new IllegalStateException("Kafka in " + dir + " doesn't start: " + e.getMessage(), e);
        }
    }

    /** Stops the broker and returns when it is down. Does nothing if it is. */
    synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Creates those of the topics that aren't there yet. */
    void create(List<TopicManifest> topics) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(topics.stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .map(TopicManifest::toNewTopic)
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "can't create the topics: " + e.getCause().getMessage(), e);
        }
    }

    private void format() throws Exception {
        Files.createDirectories(dir);
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(NODE_ID)
                    .setClusterId(clusterId())
                    .setControllerListenerName("CONTROLLER")
                    .addDirectory(dir.toString())
                    .setMetadataLogDirectory(dir.toString())
                    .setIgnoreFormatted(true)
                    .run();
        }
    }

    private String clusterId() throws IOException {
        Path file = dir.resolve("meta.properties");
        if (Files.exists(file)) {
            return new MetaProperties.Builder(PropertiesUtils.readPropertiesFile(file.toString()))
                    .build()
                    .clusterId()
                    .orElseThrow();
        }
        return Uuid.randomUuid().toString();
    }

    private Properties settings() throws IOException {
        int controllerPort = Ports.free("the controller's port", 0);
        Properties settings = new Properties();
        settings.load(new StringReader(SETTINGS));
        settings.setProperty("log.dirs", dir.toString());
        settings.setProperty(
                "listeners", "PLAINTEXT://%s,CONTROLLER://%s:%d".formatted(bootstrap(), Ports.HOST, controllerPort));
        settings.setProperty("advertised.listeners", "PLAINTEXT://" + bootstrap());
        settings.setProperty("controller.quorum.voters", "%d@%s:%d".formatted(NODE_ID, Ports.HOST, controllerPort));
        return settings;
    }
}
