package io.ticketwire.bench.load;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer as the gateway's own is set, {@code acks=all}, with a bound on what is under way. */
final class BoundedProducer implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;
    private final Semaphore permits;
    private final int inFlight;
    private final AtomicLong failures = new AtomicLong();

    BoundedProducer(String bootstrap, int inFlight) {
        this.inFlight = inFlight;
        this.permits = new Semaphore(inFlight);
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4",
                        ProducerConfig.LINGER_MS_CONFIG, "0"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Gets to know a topic, so that the first record does not wait for that. */
    BoundedProducer knowing(String topic) {
        producer.partitionsFor(topic);
        return this;
    }

    /** Sends as soon as there is room. */
    void send(ProducerRecord<String, byte[]> message, Runnable acknowledged) {
        permits.acquireUninterruptibly();
        producer.send(message, (metadata, failure) -> {
            permits.release();
            if (failure == null) {
                acknowledged.run();
            } else {
                failures.incrementAndGet();
            }
        });
    }

    /** Waits until the broker has answered for every record; gives how many it did not take. */
    long await() {
        producer.flush();
        permits.acquireUninterruptibly(inFlight);
        permits.release(inFlight);
        return failures.get();
    }

    @Override
    public void close() {
        producer.close();
    }
}
