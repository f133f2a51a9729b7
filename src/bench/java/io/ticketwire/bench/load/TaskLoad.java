package io.ticketwire.bench.load;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

import io.ticketwire.event.DeliveryTask;
import io.ticketwire.event.Envelope;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Topics;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Deliveries straight into the longest waiting room, as the router puts them there. */
final class TaskLoad {

    private static final String TOPIC = "ticketwire.deliveries.retry." + Topics.tierLabel(Topics.tierCount() - 1);
    private static final Duration WAIT = Duration.ofHours(2);
    private static final int IN_FLIGHT = 5_000;
    private static final int DATA = 600;

    private TaskLoad() {}

    static Generator.Sent run(Generator.Tasks load) {
        SplittableRandom random = new SplittableRandom();
        byte[] data = ("{\"padding\":\"" + "x".repeat(DATA) + "\"}").getBytes(UTF_8);
        String type = EventType.TICKET_CREATED.type();
        long start = System.nanoTime();
        try (BoundedProducer producer = new BoundedProducer(load.bootstrap(), IN_FLIGHT)) {
            for (long i = 0; i < load.count(); i++) {
                UUID event = new UUID(random.nextLong(), random.nextLong());
                UUID endpoint = UUID.fromString(
                        load.endpoints().get((int) (i % load.endpoints().size())));
                Instant now = Instant.now();
                DeliveryTask task = new DeliveryTask(
                        new UUID(random.nextLong(), random.nextLong()),
                        endpoint,
                        event,
                        type,
                        event.toString(),
                        i + 1,
                        1,
                        0,
                        null,
                        false,
                        now.plus(WAIT),
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                        Envelope.of(event, type, now, data));
                producer.send(task.encode(TOPIC), () -> {});
            }
            long failed = producer.await();
            return new Generator.Sent(load.count(), failed, (System.nanoTime() - start) / 1e9);
        }
    }
}
