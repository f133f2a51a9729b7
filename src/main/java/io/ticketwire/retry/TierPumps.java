package io.ticketwire.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Topics;

/** A pump per waiting room, each on a thread of its own: it sleeps nearly all the time. */
@ApplicationScoped
public class TierPumps {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final Map<String, Object> broker;
    private final Topics topics;
    private final RetryRouter router;
    private final EventPublisher publisher;
    private final MeterRegistry metrics;
    private final List<TierPump> pumps = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    TierPumps(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Topics topics,
            RetryRouter router,
            EventPublisher publisher,
            MeterRegistry metrics) {
        this.broker = broker;
        this.topics = topics;
        this.router = router;
        this.publisher = publisher;
        this.metrics = metrics;
    }

    /** Starts pumping. */
    public void start() {
        for (int tier = 0; tier < router.tiers().lengths().size(); tier++) {
            String label = Topics.tierLabel(tier);
            TierPump pump = new TierPump(tier, topics.tier(tier), consumer(label), router, publisher::publishAll);
            Thread thread = new Thread(pump, "ticketwire-tier-" + label);
            register(pump, label);
            pumps.add(pump);
            threads.add(thread);
            thread.start();
        }
    }

    /** Stops pumping; returns when what was under way is committed. */
    public void stop() throws InterruptedException {
        pumps.forEach(TierPump::stop);
        for (Thread thread : threads) {
            thread.join(LONGEST_STOP.toMillis());
        }
    }

    private KafkaConsumer<String, byte[]> consumer(String label) {
        Map<String, Object> configuration = new HashMap<>(broker);
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, topics.group("retry-" + label));
        configuration.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        configuration.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        configuration.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 5_000);
        // A waiting room may be full of what is not due: what is fetched beyond the head is mostly fetched in vain.
        configuration.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 256 * 1024);
        return new KafkaConsumer<>(configuration, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void register(TierPump pump, String label) {
        TimeGauge.builder("retry.overdue", () -> pump.overdue(Instant.now()).toMillis(), TimeUnit.MILLISECONDS)
                .tag("tier", label)
                .description("How long the delivery that is due longest has been due")
                .register(metrics);
        Gauge.builder("retry.waiting", pump, TierPump::waiting)
                .tag("tier", label)
                .description("Deliveries that wait, in the partitions of this process")
                .register(metrics);
    }
}
