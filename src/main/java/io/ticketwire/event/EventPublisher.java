package io.ticketwire.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
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

    /** How much of a batch is in flight at a time, so that one batch never fills the bounds alone. */
    private static final int SHARE_RECORDS = 1_000;

    private static final int SHARE_BYTES = 8 * 1024 * 1024;

    private final Producer<String, byte[]> producer;
    private final ExecutorService sender;
    private final InFlight inFlight;
    private final AtomicInteger outages = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();
    private final Duration timeout;
    private final Duration maxBlock;
    private final MeterRegistry metrics;

    EventPublisher(
            EventSettings settings,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MeterRegistry metrics) {
        long maxBytes = settings.publish().maxInFlightBytes().asLongValue();
        this.inFlight = new InFlight(settings.publish().maxInFlight(), maxBytes);
        this.timeout = settings.publish().timeout();
        this.maxBlock = timeout.dividedBy(2);
        this.metrics = metrics;
        this.producer =
                new KafkaProducer<>(configuration(broker, maxBytes), new StringSerializer(), new ByteArraySerializer());
        this.sender = Executors.newSingleThreadExecutor(task -> new Thread(task, "ticketwire-publisher"));
        Gauge.builder("ticketwire.publish.in.flight", inFlight, InFlight::records)
                .description("Records handed to the producer and not yet acknowledged")
                .register(metrics);
    }

    private Map<String, Object> configuration(Map<String, Object> broker, long maxBytes) {
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

    /**
     * Publishes; completes when the record is durable, fails with {@link BrokerUnavailableException} or {@link
     * UnpublishableException} otherwise.
     */
    public Uni<Void> publish(ProducerRecord<String, byte[]> message) {
        return publishShare(List.of(message)).map(EventPublisher::outcome);
    }

    /**
     * Publishes all, a bounded share of them at a time; completes when every record is durable. A share is refused as a
     * whole, so that a large record is not left behind while a smaller one that follows it gets through. With {@link
     * UnpublishableException}, all but the unpublishable ones are durable.
     */
    public Uni<Void> publishAll(List<ProducerRecord<String, byte[]>> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> publishShares(shares(messages).iterator()))
                .map(EventPublisher::outcome);
    }

    private Uni<Optional<UnpublishableException>> publishShares(Iterator<List<ProducerRecord<String, byte[]>>> shares) {
        Uni<Optional<UnpublishableException>> next = publishShare(shares.next());
        return shares.hasNext() ? next.chain(one -> publishShares(shares).map(others -> one.or(() -> others))) : next;
    }

    private static Void outcome(Optional<UnpublishableException> unpublishable) {
        unpublishable.ifPresent(failure -> {
            throw failure;
        });
        return null;
    }

    /** Completes when all that can be is durable, with one of those that never will be. */
    private Uni<Optional<UnpublishableException>> publishShare(List<ProducerRecord<String, byte[]>> share) {
        if (!inFlight.admit(share)) {
            return Uni.createFrom().failure(new BrokerUnavailableException("too much in flight to the broker"));
        }
        int outage = outages.get();
        Uni<Optional<UnpublishableException>> published = Uni.createFrom().emitter(emitter -> {
            Share under = new Share(share.size(), emitter);
            try {
                sender.execute(() -> share.forEach(message -> send(message, outage, under)));
            } catch (RejectedExecutionException closed) {
                // The process stops: whoever waits for this must not take it for done, nor for a defect.
                share.forEach(message -> sent(message, new TimeoutException("the publisher is closed"), under));
            }
        });
        return onCallersContext(published);
    }

    private static List<List<ProducerRecord<String, byte[]>>> shares(List<ProducerRecord<String, byte[]>> messages) {
        List<List<ProducerRecord<String, byte[]>>> shares = new ArrayList<>();
        List<ProducerRecord<String, byte[]>> last = null;
        int size = 0;
        for (ProducerRecord<String, byte[]> message : messages) {
            size += InFlight.size(message);
            if (last == null || size > SHARE_BYTES || last.size() == SHARE_RECORDS) {
                last = new ArrayList<>();
                shares.add(last);
                size = InFlight.size(message);
            }
            last.add(message);
        }
        return shares;
    }

    private static <T> Uni<T> onCallersContext(Uni<T> published) {
        Context context = Vertx.currentContext();
        return context == null ? published : published.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }

    private void send(ProducerRecord<String, byte[]> message, int outage, Share share) {
        if (outage != outages.get()) {
            sent(message, new TimeoutException("the broker cannot be reached"), share);
            return;
        }
        long start = System.nanoTime();
        try {
            producer.send(message, (metadata, failure) -> sent(message, failure, share));
        } catch (RuntimeException failure) {
            sent(message, failure, share);
        }
        if (System.nanoTime() - start >= maxBlock.toNanos()) {
            // It waited in vain for the topic's metadata. What queued up behind it would wait as long, one by one.
            outages.incrementAndGet();
        }
    }

    private void sent(ProducerRecord<String, byte[]> message, Exception failure, Share share) {
        inFlight.release(message);
        if (failure instanceof RecordTooLargeException) {
            share.unpublishable(new UnpublishableException("too large for " + message.topic(), failure));
        } else if (failure != null) {
            tellOfOutage(failure);
            share.failed(new BrokerUnavailableException(failure.toString(), failure));
        } else {
            tellOfOutage(null);
            metrics.counter("ticketwire.events.published", "topic", message.topic())
                    .increment();
            share.durable();
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

    @PreDestroy
    void close() throws InterruptedException {
        sender.shutdown();
        sender.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
        producer.close(timeout);
    }
}
