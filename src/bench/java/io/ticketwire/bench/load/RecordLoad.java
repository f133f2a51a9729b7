package io.ticketwire.bench.load;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;

import io.ticketwire.bench.report.Latency;

/** The bare producer: what the broker takes when nothing else is done. */
final class RecordLoad {

    private static final String TOPIC = "bench.bare";
    private static final int PARTITIONS = 6;
    private static final int IN_FLIGHT = 256;
    private static final int SIZE = 1024;

    private RecordLoad() {}

    static Generator.Answered run(Generator.Records load) throws ExecutionException, InterruptedException {
        createTopic(load.bootstrap());
        byte[] value = new byte[SIZE];
        new Random(1).nextBytes(value);
        Histogram micros = new ConcurrentHistogram(3);
        AtomicLong acknowledged = new AtomicLong();
        long start = System.nanoTime();
        try (BoundedProducer producer = new BoundedProducer(load.bootstrap(), IN_FLIGHT)) {
            while (System.nanoTime() - start < TimeUnit.SECONDS.toNanos(load.seconds())) {
                long sent = System.nanoTime();
                producer.send(new ProducerRecord<>(TOPIC, value), () -> {
                    micros.recordValue((System.nanoTime() - sent) / 1_000);
                    acknowledged.incrementAndGet();
                });
            }
            long failed = producer.await();
            double seconds = (System.nanoTime() - start) / 1e9;
            return new Generator.Answered(acknowledged.get(), failed, seconds, Latency.ofMicros(micros));
        }
    }

    private static void createTopic(String bootstrap) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }
}
