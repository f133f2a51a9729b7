package io.ticketwire.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.testing.EndpointExample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** No more under way to one endpoint than it allows. */
class EndpointPermitsTest {

    private static final Endpoint TWO =
            EndpointExample.endpoint().maxInFlight(2).get();
    private static final Endpoint OTHER = EndpointExample.endpoint()
            .id(UUID.fromString("11111111-1111-4111-8111-111111111111"))
            .maxInFlight(1)
            .get();

    private final EndpointPermits permits = new EndpointPermits();

    @Test
    void permitsAreGivenUpToTheBound() {
        permits.tryAcquire(TWO);

        boolean second = permits.tryAcquire(TWO);

        assertTrue(second);
    }

    @Test
    void nothingIsGivenBeyondTheBound() {
        permits.tryAcquire(TWO);
        permits.tryAcquire(TWO);

        boolean third = permits.tryAcquire(TWO);

        assertFalse(third);
    }

    @Test
    void permitThatIsGivenBackCanBeTakenAgain() {
        permits.tryAcquire(TWO);
        permits.tryAcquire(TWO);
        permits.release(TWO.id());

        boolean again = permits.tryAcquire(TWO);

        assertTrue(again);
    }

    @Test
    void refusalTakesNoPermit() {
        permits.tryAcquire(OTHER);
        permits.tryAcquire(OTHER);
        permits.release(OTHER.id());

        boolean again = permits.tryAcquire(OTHER);

        assertTrue(again);
    }

    @Test
    void endpointsDoNotShareTheirPermits() {
        permits.tryAcquire(OTHER);

        boolean another = permits.tryAcquire(TWO);

        assertTrue(another);
    }

    @Test
    void permitThatWasNeverTakenCannotBeGivenBack() {
        permits.release(OTHER.id());
        permits.tryAcquire(OTHER);

        boolean second = permits.tryAcquire(OTHER);

        assertFalse(second);
    }

    @Test
    void boundHoldsAmongThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Endpoint eight = EndpointExample.endpoint().maxInFlight(8).get();
        List<Callable<Boolean>> takers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            takers.add(() -> permits.tryAcquire(eight));
        }

        List<Future<Boolean>> taken = threads.invokeAll(takers);

        int given = 0;
        for (Future<Boolean> one : taken) {
            given += one.get() ? 1 : 0;
        }
        threads.shutdown();
        assertEquals(8, given);
    }
}
