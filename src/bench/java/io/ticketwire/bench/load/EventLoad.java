package io.ticketwire.bench.load;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

import io.ticketwire.bench.receiver.EventMark;
import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Ticket;

/**
 * Events straight onto the topic of tickets, as the tracker publishes them, so that neither it nor the ingress is part of
 * what is measured. The n-th event has the category {@code c<n modulo categories>}; endpoints choose by it.
 */
final class EventLoad {

    private static final String TOPIC = "ticketwire.tickets";
    private static final int IN_FLIGHT = 5_000;
    private static final UUID CONNECTOR = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");
    private static final String DESCRIPTION =
            "I was charged twice for order 4711 and the second invoice has another address. Please look into it. ";

    private final SplittableRandom random = new SplittableRandom();
    private final Generator.Events load;
    private long sent;

    EventLoad(Generator.Events load) {
        this.load = load;
    }

    Generator.Sent run() {
        try (BoundedProducer producer = new BoundedProducer(load.bootstrap(), IN_FLIGHT).knowing(TOPIC)) {
            long start = System.nanoTime();
            if (load.perSecond() > 0) {
                Pace.run(load.perSecond(), load.seconds(), intended -> send(producer, intended));
            } else {
                while (sent < load.count()) {
                    send(producer, Pace.nowMicros());
                }
            }
            long failed = producer.await();
            return new Generator.Sent(sent, failed, (System.nanoTime() - start) / 1e9);
        }
    }

    private void send(BoundedProducer producer, long intendedMicros) {
        Event event = event(new EventMark(load.run(), intendedMicros), "c" + sent % load.categories());
        sent++;
        producer.send(EventCodec.encode(TOPIC, event.subject(), event), () -> {});
    }

    private Event event(EventMark mark, String category) {
        UUID ticket = uuid();
        Instant now = Instant.now();
        Object data = Map.of("ticket", ticket(ticket, mark, category, now));
        String traceparent =
                "00-%016x%016x-%016x-01".formatted(random.nextLong(), random.nextLong(), random.nextLong());
        return new Event(
                uuid(),
                EventType.TICKET_CREATED.type(),
                Event.connectorSource(CONNECTOR),
                ticket.toString(),
                now,
                traceparent,
                now,
                true,
                Json.bytes(data));
    }

    private static Ticket ticket(UUID id, EventMark mark, String category, Instant now) {
        return new Ticket(
                id,
                mark.toString(),
                "TW-2026-000123",
                CONNECTOR,
                "Shop",
                "webhook",
                "Charged twice",
                DESCRIPTION,
                "open",
                "high",
                "Jane Roe",
                "jane@customer.example",
                null,
                category,
                "email",
                List.of("billing", "vip"),
                "https://shop.example/tickets/4711",
                now,
                now,
                false);
    }

    private UUID uuid() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }
}
