package io.ticketwire.delivery.health;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.EndpointStatus;
import io.ticketwire.event.Attempt;

import static io.ticketwire.delivery.health.Attempts.NINE;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A batch of attempts of several endpoints. */
class HealthBatchTest {

    private static final UUID CRM = new UUID(0, 1);
    private static final UUID BI = new UUID(0, 2);
    private static final UUID DELETED = new UUID(0, 3);

    @Test
    void endpointsAreCountedApart() {
        List<Attempt> attempts = mixed(
                new Attempts(CRM, "ticket.created").of("fffffffff"),
                new Attempts(BI, "ticket.created").of("ssfffsfff"));

        HealthBatch batch = batch(CRM, BI).apply(attempts);

        assertEquals(9, row(batch, CRM).health().consecutiveFailures());
        assertEquals(3, row(batch, BI).health().consecutiveFailures());
    }

    @Test
    void onlyWhoseStatusTurnedIsAnnounced() {
        HealthBatch batch = batch(CRM, BI)
                .apply(mixed(
                        new Attempts(CRM, "ticket.created").of("ffffffffff"),
                        new Attempts(BI, "ticket.created").of("f")));

        assertEquals(2, batch.changed().size());
        assertEquals(List.of(CRM), batch.turned().stream().map(HealthRow::id).toList());
    }

    @Test
    void whatTurnsAndTurnsBackIsToldButNotAnnounced() {
        HealthBatch batch = batch(CRM).apply(new Attempts(CRM, "ticket.created").of("ds"));

        assertEquals(List.of(), batch.turned());
        assertEquals(2, batch.emissions().size());
    }

    @Test
    void attemptsOfADeletedEndpointAreOfNoAccount() {
        HealthBatch batch = batch(CRM).apply(new Attempts(DELETED, "ticket.created").of("fgd"));

        assertEquals(List.of(), batch.changed());
        assertEquals(List.of(), batch.emissions());
    }

    private static HealthRow row(HealthBatch batch, UUID id) {
        return batch.changed().stream()
                .filter(row -> row.id().equals(id))
                .findAny()
                .orElseThrow();
    }

    private static HealthBatch batch(UUID... ids) {
        return new HealthBatch(Stream.of(ids)
                .map(id -> new HealthRow(
                        id,
                        "CRM",
                        "https://crm.example.com/hook",
                        new HealthPolicy(10, Duration.ZERO, NINE),
                        new EndpointHealth(EndpointStatus.ACTIVE, null, null, 0, null, null, null)))
                .collect(Collectors.toMap(HealthRow::id, Function.identity())));
    }

    private static List<Attempt> mixed(List<Attempt> some, List<Attempt> others) {
        List<Attempt> mixed = new ArrayList<>();
        for (int n = 0; n < Math.max(some.size(), others.size()); n++) {
            some.stream().skip(n).findFirst().ifPresent(mixed::add);
            others.stream().skip(n).findFirst().ifPresent(mixed::add);
        }
        return mixed;
    }
}
