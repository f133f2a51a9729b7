package io.ticketwire.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.jboss.logging.Logger;

import io.ticketwire.platform.launch.EmbeddedServices.Kind;
import io.ticketwire.platform.launch.LaunchFailure;

/**
 * A Kafka broker and a Postgres server on one data folder, both on loopback only. What a client was told is stored outlives a
 * stop, a {@code kill -9} of this process and a move to other ports; a second process on the same folder is refused.
 */
public final class LocalStack implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LocalStack.class);

    private final DataFolder folder;
    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;

    private LocalStack(DataFolder folder) {
        this.folder = folder;
    }

    /**
     * Starts what the settings name and returns when it answers and has its topics and its database.
     *
     * @throws LaunchFailure if the folder or a port can't be used, or a service doesn't come up; nothing is left running then
     */
    public static LocalStack start(LocalSettings settings) {
        LocalStack stack = new LocalStack(DataFolder.open(settings.dataDir()));
        try {
            stack.open(settings);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    private void open(LocalSettings settings) {
        boolean wantsPostgres = settings.embedded().contains(Kind.POSTGRES);
        boolean wantsKafka = settings.embedded().contains(Kind.KAFKA);
        int postgresPort = wantsPostgres ? Ports.free("ticketwire.local.postgres-port", settings.postgresPort()) : 0;
        int kafkaPort = wantsKafka ? Ports.free("ticketwire.local.kafka-port", settings.kafkaPort()) : 0;
        CompletableFuture<Void> database = wantsPostgres
                ? CompletableFuture.runAsync(
                        () -> calmly(() -> openPostgres(settings, postgresPort)), LocalStack::inThread)
                : CompletableFuture.completedFuture(null);
        try {
            if (wantsKafka) {
                calmly(() -> openKafka(settings, kafkaPort));
            }
        } finally {
            join(database);
        }
    }

    private void openKafka(LocalSettings settings, int port) throws InterruptedException {
        EmbeddedKafka starting = new EmbeddedKafka(folder.resolve("kafka"), port);
        starting.start();
        kafka = starting;
        List<TopicManifest> topics = TopicManifest.all().stream()
                .map(topic -> topic.forOneBroker().withPrefix(settings.topicPrefix()))
                .toList();
        starting.create(topics);
    }

    private void openPostgres(LocalSettings settings, int port) throws IOException, InterruptedException {
        EmbeddedPostgres starting = new EmbeddedPostgres(folder, settings.binariesDir(), port);
        starting.start();
        postgres = starting;
    }

    /** Where Kafka listens, {@code host:port}. */
    public String kafkaBootstrap() {
        return kafka.bootstrap();
    }

    /** The database for JDBC, without credentials. */
    public String jdbcUrl() {
        return postgres.jdbcUrl();
    }

    /** The database for the reactive client, without credentials. */
    public String reactiveUrl() {
        return postgres.reactiveUrl();
    }

    /** The superuser of Postgres. */
    public String username() {
        return EmbeddedPostgres.SUPERUSER;
    }

    /** Made at the first run, kept in the data folder. */
    public String password() {
        return postgres.password();
    }

    /** Whether Postgres' data was made by this start. */
    public boolean firstRun() {
        return postgres != null && postgres.firstRun();
    }

    /** Takes the broker down, as an outage would; {@link #startKafka()} brings it back on the same port. */
    public void stopKafka() {
        kafka.stop();
    }

    /** Brings the broker back and returns when it takes records. */
    public void startKafka() {
        kafka.start();
    }

    /** Takes the database down, as an outage would; {@link #startPostgres()} brings it back on the same port. */
    public void stopPostgres() {
        calmly(postgres::stop);
    }

    /** Brings the database back and returns when it takes connections. */
    public void startPostgres() {
        calmly(postgres::start);
    }

    /** Stops Kafka, then Postgres, and gives the folder free. One that doesn't stop keeps no other from it. */
    @Override
    public void close() {
        try {
            if (kafka != null) {
                closeQuietly("Kafka", kafka::stop);
            }
            if (postgres != null) {
                closeQuietly("Postgres", postgres::stop);
            }
        } finally {
            folder.close();
        }
    }

    /** Lets go of the folder only, as the end of a killed process would. For tests. */
    void abandon() {
        kafka = null;
        postgres = null;
        folder.close();
    }

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void calmly(Step step) {
        try {
            step.run();
        } catch (IllegalStateException | IOException e) {
            throw new LaunchFailure(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted", e);
        }
    }

    private static void closeQuietly(String name, Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            LOG.warnf(e, "%s did not stop", name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(CompletableFuture<Void> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void inThread(Runnable task) {
        new Thread(task, "embedded-postgres").start();
    }
}
