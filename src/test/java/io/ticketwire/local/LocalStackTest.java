package io.ticketwire.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.platform.launch.EmbeddedServices.Kind;
import io.ticketwire.platform.launch.LaunchFailure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With the real broker and the real database: what was stored is there again, however they went down. */
class LocalStackTest {

    private static final Path TARGET = Path.of("target");
    private static final Path BINARIES = TARGET.resolve("postgres-binaries");

    private final List<LocalStack> started = new ArrayList<>();
    private LocalSettings settings;

    @BeforeEach
    void chooseFreshFolder() throws IOException {
        Files.createDirectories(TARGET);
        settings = LocalSettings.in(Files.createTempDirectory(TARGET, "local-stack-"))
                .withBinariesIn(BINARIES);
    }

    @AfterEach
    void stop() {
        started.forEach(LocalStack::close);
    }

    @Test
    void whatWasStoredIsThereAfterAStopAndAStartOnOtherPorts() throws Exception {
        // given
        LocalStack first = start(settings);
        assertTrue(first.firstRun());
        store(first);

        // when
        first.close();
        LocalStack second = start(settings);

        // then
        assertStored(second);
        assertFalse(second.firstRun());
    }

    @Test
    void createsTheTopicsUnderTheirPrefix() throws Exception {
        // given
        LocalSettings prefixed = new LocalSettings(Set.of(Kind.KAFKA), settings.dataDir(), BINARIES, 0, 0, "acme");

        // when
        LocalStack stack = start(prefixed);

        // then
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.kafkaBootstrap()))) {
            Set<String> names = admin.listTopics().names().get();
            assertEquals(TopicManifest.all().size(), names.size());
            assertTrue(names.contains("acme.deliveries.retry.30m"), names::toString);
        }
    }

    @Test
    void brokerAndDatabaseComeBackOnTheSamePorts() throws Exception {
        // given
        LocalStack stack = start(settings);
        store(stack);
        String kafka = stack.kafkaBootstrap();
        String postgres = stack.jdbcUrl();

        // when
        stack.stopKafka();
        stack.stopPostgres();
        stack.startKafka();
        stack.startPostgres();

        // then
        assertEquals(kafka, stack.kafkaBootstrap());
        assertEquals(postgres, stack.jdbcUrl());
        assertStored(stack);
    }

    @Test
    void aPostgresThatOutlivedItsProcessIsReplaced() throws Exception {
        // given
        LocalSettings database =
                new LocalSettings(Set.of(Kind.POSTGRES), settings.dataDir(), BINARIES, 0, 0, TopicManifest.PREFIX);
        LocalStack abandoned = start(database);
        insert(abandoned);
        ProcessHandle survivor = new AbandonedPostgres(
                        database.dataDir().toRealPath().resolve("postgres"))
                .find()
                .orElseThrow();
        // as a kill -9 of the process would: the lock is gone, the server runs on
        abandoned.abandon();

        // when
        LocalStack next = start(database);

        // then
        assertNotEquals(survivor, server(database));
        assertInserted(next);
    }

    @Test
    void aPidFileThatNamesAStrangerIsNoObstacle() throws Exception {
        // given
        LocalSettings database =
                new LocalSettings(Set.of(Kind.POSTGRES), settings.dataDir(), BINARIES, 0, 0, TopicManifest.PREFIX);
        LocalStack first = start(database);
        insert(first);
        Path pidFile = database.dataDir().resolve("postgres/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(pidFile));
        first.close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try {
            lines.set(0, Long.toString(stranger.pid()));
            Files.write(pidFile, lines);

            // when
            LocalStack next = start(database);

            // then
            assertInserted(next);
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void aSecondOneOnTheSamePortIsRefusedInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            // given
            LocalSettings fixed = new LocalSettings(
                    Set.of(Kind.POSTGRES), settings.dataDir(), BINARIES, 0, taken.getLocalPort(), TopicManifest.PREFIX);

            // when
            LaunchFailure refusal = assertThrows(LaunchFailure.class, () -> start(fixed));

            // then
            assertTrue(refusal.getMessage().startsWith("ticketwire.local.postgres-port"), refusal.getMessage());
            assertEquals(1, refusal.getMessage().lines().count());
        }
    }

    private static ProcessHandle server(LocalSettings settings) throws IOException {
        Path data = settings.dataDir().toRealPath().resolve("postgres");
        return new AbandonedPostgres(data).find().orElseThrow();
    }

    private LocalStack start(LocalSettings chosen) {
        LocalStack stack = LocalStack.start(chosen);
        started.add(stack);
        return stack;
    }

    private static void store(LocalStack stack) throws Exception {
        insert(stack);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafkaBootstrap(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("ticketwire.tickets", "key", "value"))
                    .get();
        }
    }

    private static void assertStored(LocalStack stack) throws Exception {
        assertInserted(stack);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.kafkaBootstrap(),
                        "group.id",
                        "test",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of("ticketwire.tickets"));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(polled -> values.add(polled.value()));
            }
            assertEquals(List.of("value"), values);
        }
    }

    private static void insert(LocalStack stack) throws SQLException {
        try (Connection connection = connect(stack);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept (id int)");
            statement.execute("insert into kept values (42)");
        }
    }

    private static void assertInserted(LocalStack stack) throws SQLException {
        try (Connection connection = connect(stack);
                ResultSet row = connection.createStatement().executeQuery("select id from kept")) {
            assertTrue(row.next());
            assertEquals(42, row.getInt(1));
        }
    }

    private static Connection connect(LocalStack stack) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), stack.username(), stack.password());
    }
}
