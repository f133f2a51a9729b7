package io.ticketwire.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

/**
 * The one way to the broker. A record that it reports as published is acknowledged by all in-sync replicas.
 *
 * <p>Bounded in records and bytes: beyond the bound, or with the broker away for longer than the time-out, the result is
 * a {@link BrokerUnavailableException}, at once or within about the time-out, never a wait without end. The producer's own
 * {@code send} may block while it learns where a topic is, so it runs on a thread of its own.
 *
 * <p>{@code retries} stays at Kafka's default because an idempotent producer refuses 0; the time-out bounds it instead.
 */
@ApplicationScoped
public class EventPublisher {

    private static final Logger LOG = Logger.getLogger(EventPublisher.class);

    /** What a record costs beside its key, value and headers; an estimate on the safe side. */
    private static final int RECORD_OVERHEAD = 512;

    /** How much of a batch is in flight at a time, so that one batch never fills the bounds alone. */
    private static final int SHARE_RECORDS = 1_000;

    private static final int SHARE_BYTES = 8 * 1024 * 1024;

    private final Producer<String, byte[]> producer;
    private final ExecutorService sender;
    private final AtomicInteger records = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final int maxRecords;
    private final long maxBytes;
    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final Duration timeout;
    private final Duration maxBlock;
    private final MeterRegistry metrics;

    EventPublisher(
            EventSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MeterRegistry metrics) {
        this.maxRecords = settings.publish().maxInFlight();
        this.maxBytes = settings.publish().maxInFlightBytes().asLongValue();
        this.timeout = settings.publish().timeout();
        this.maxBlock = timeout.dividedBy(2);
        this.metrics = metrics;
        this.producer = new KafkaProducer<>(configuration(broker), new StringSerializer(), new ByteArraySerializer());
        this.sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "ticketwire-publisher"));
        Gauge.builder("ticketwire.publish.in.flight", records, AtomicInteger::get)
                .description("Records handed to the producer and not yet acknowledged")
                .register(metrics);
    }

    private Map<String, Object> configuration(Map<String, Object> broker) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ProducerConfig.ACKS_CONFIG, "all");
        configuration.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        configuration.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        configuration.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        configuration.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        // Twice what we let in, so that send() never waits for memory.
        configuration.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 2 * maxBytes);
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, maxBlock.toMillis());
        configuration.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis() / 2);
        configuration.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        configuration.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return configuration;
    }

    /** Publishes; completes when the record is durable, fails with {@link BrokerUnavailableException} otherwise. */
    public Uni<Void> publish(ProducerRecord<String, byte[]> message) {
        int size = size(message);
        if (!admit(size)) {
            return Uni.createFrom().failure(new BrokerUnavailableException("too much in flight to the broker"));
        }
        int outage = outages.get();
        Uni<Void> published =
                Uni.createFrom().emitter(emitter -> sender.execute(() -> send(message, size, outage, emitter)));
        return onCallersContext(published);
    }

    /** Publishes all, a bounded share of them at a time; completes when every record is durable. */
    public Uni<Void> publishAll(List<ProducerRecord<String, byte[]>> messages) {
        if (messages.size() == 1) {
            return publish(messages.get(0));
        }
        return Multi.createFrom()
                .iterable(shares(messages))
                .onItem()
                .transformToUniAndConcatenate(share -> Uni.join()
                        .all(share.stream().map(this::publish).toList())
                        .andCollectFailures())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<List<ProducerRecord<String, byte[]>>> shares(List<ProducerRecord<String, byte[]>> messages) {
        List<List<ProducerRecord<String, byte[]>>> shares = new ArrayList<>();
        int size = SHARE_BYTES;
        for (ProducerRecord<String, byte[]> message : messages) {
            List<ProducerRecord<String, byte[]>> last = shares.isEmpty() ? null : shares.get(shares.size() - 1);
            size += size(message);
            if (last == null || size > SHARE_BYTES || last.size() == SHARE_RECORDS) {
                last = new ArrayList<>();
                shares.add(last);
                size = size(message);
            }
            last.add(message);
        }
        return shares;
    }

    private static Uni<Void> onCallersContext(Uni<Void> published) {
        Context context = Vertx.currentContext();
        return context == null ? published : published.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private boolean admit(int size) {
        int recordsNow = records.incrementAndGet();
        long bytesNow = bytes.addAndGet(size);
        if (recordsNow > maxRecords || bytesNow > maxBytes) {
            release(size);
            return false;
        }
        return true;
    }

    private void send(ProducerRecord<String, byte[]> message, int size, int outage, UniEmitter<? super Void> emitter) {
        if (outage != outages.get()) {
            release(size);
            emitter.fail(new BrokerUnavailableException("the broker cannot be reached"));
            return;
        }
        long start = System.nanoTime();
        try {
            producer.send(message, (metadata, failure) -> {
                release(size);
                if (failure == null) {
                    metrics.counter("ticketwire.events.published", "topic", message.topic())
                            .increment();
                    emitter.complete(null);
                } else {
                    emitter.fail(new BrokerUnavailableException(failure.toString(), failure));
                }
            });
        } catch (RuntimeException failure) {
            release(size);
            emitter.fail(new BrokerUnavailableException(failure.toString(), failure));
        }
        if (System.nanoTime() - start >= maxBlock.toNanos()) {
            // It waited in vain for the topic's metadata. What queued up behind it would wait as long, one by one.
            outages.incrementAndGet();
        }
    }

    /** Once when it begins and once when it is over, not for every record. */
    private void tellOfOutage(Exception failure) {
        if (failure != null && away.compareAndSet(false, true)) {
            LOG.warnf("The broker does not take events: %s", failure.toString());
        } else if (failure == null && away.get() && away.compareAndSet(true, false)) {
            LOG.info("The broker takes events again");
        }
    }

    private void release(int size) {
        records.decrementAndGet();
        bytes.addAndGet(-size);
    }

    private static int size(ProducerRecord<String, byte[]> message) {
        int size = RECORD_OVERHEAD + (message.value() == null ? 0 : message.value().length);
        for (Header header : message.headers()) {
            size += header.key().length() + header.value().length;
        }
        return size;
    }

    @PreDestroy
    void close() throws InterruptedException {
        sender.shutdown();
        sender.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        producer.close(timeout);
    }
}
