package io.ticketwire.delivery;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.testing.EndpointExample;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Those who wait for an endpoint come one after the other. */
class DiversionsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final Endpoint EIGHT =
            EndpointExample.endpoint().maxInFlight(8).get();

    private final Diversions diversions = new Diversions(Settings.of(DeliverySettings.class));

    @Test
    void nobodyComesBeforeTheDiversionIsOver() {
        Instant place = diversions.place(EIGHT, NOW);

        assertFalse(place.isBefore(NOW.plusSeconds(1)));
    }

    @Test
    void aThousandAreSpreadOverTheTimeThatTheEndpointNeedsForThem() {
        diversions.place(EIGHT, NOW);
        for (int n = 0; n < 200; n++) {
            diversions.attempted(EIGHT.id(), 80, NOW);
        }

        Instant last = NOW;
        for (int n = 0; n < 1_000; n++) {
            Instant place = diversions.place(EIGHT, NOW);
            assertTrue(place.isAfter(last));
            last = place;
        }

        // 80 ms each, eight at a time: 10 ms apart, 10 s in all.
        assertEquals(11, Duration.between(NOW, last).toMillis() / 1_000.0, 0.2);
    }

    @Test
    void nobodyIsSentAwayForLongerThanFiveMinutes() {
        diversions.place(EIGHT, NOW);
        for (int n = 0; n < 200; n++) {
            diversions.attempted(EIGHT.id(), 60_000, NOW);
        }

        Instant last = NOW;
        for (int n = 0; n < 1_000; n++) {
            last = diversions.place(EIGHT, NOW);
        }

        assertEquals(NOW.plus(Duration.ofMinutes(5)), last);
    }

    @Test
    void whenNobodyWaitsAnyMoreTheNextOneIsTheFirstAgain() {
        for (int n = 0; n < 1_000; n++) {
            diversions.place(EIGHT, NOW);
        }
        Instant later = NOW.plus(Duration.ofMinutes(10));

        diversions.attempted(EIGHT.id(), 80, later);

        assertTrue(diversions.place(EIGHT, later).isBefore(later.plusMillis(1_100)));
    }
}
