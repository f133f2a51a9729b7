package io.ticketwire.delivery.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import org.junit.jupiter.api.Test;

import io.ticketwire.delivery.gate.Admission.Diverted;
import io.ticketwire.delivery.gate.Admission.Reason;
import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.testing.EndpointExample;
import io.ticketwire.testing.Settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who passes, who is sent away, and until when. */
class GatesTest {

    private static final Instant NOW = Instant.parse("2026-07-01T09:00:00Z");
    private static final int SIZE = 1_000;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Gates gates = gates();

    private Gates gates(String... settings) {
        return new Gates(Settings.of(GateSettings.class, settings), metrics);
    }

    @Test
    void noMoreAreUnderWayThanAnEndpointAllowsAndTheNextOneWaitsAMoment() {
        Endpoint two = endpoint().maxInFlight(2).get();
        Pass first = (Pass) enter(two, NOW);
        enter(two, NOW);
        CompletableFuture<Admission> third = gates.enter(two, SIZE, NOW).subscribeAsCompletionStage();
        boolean waited = !third.isDone();

        first.succeeded(Duration.ofMillis(3), NOW);

        assertTrue(waited);
        assertInstanceOf(Pass.class, third.getNow(null));
    }

    @Test
    void nobodyWaitsLongerThanElsewhere() {
        Endpoint two = endpoint().maxInFlight(2).get();
        enter(two, NOW);
        enter(two, NOW);
        CompletableFuture<Admission> third = gates.enter(two, SIZE, NOW).subscribeAsCompletionStage();
        Instant later = NOW.plusMillis(1_001);
        ((Pass) enter(other(1), later)).succeeded(Duration.ofMillis(3), later);

        gates.expire(later);

        assertEquals(Reason.BUSY, reason(third.getNow(null)));
    }

    @Test
    void whoWaitsIsSentAwayAsSoonAsTheEndpointDoesNotAnswer() {
        Endpoint one = endpoint().maxInFlight(1).get();
        enter(one, NOW);
        CompletableFuture<Admission> second = gates.enter(one, SIZE, NOW).subscribeAsCompletionStage();

        gates.expire(NOW.plusMillis(251));

        assertEquals(Reason.BUSY, reason(second.getNow(null)));
    }

    @Test
    void nobodyWaitsForAnEndpointThatDoesNotAnswer() {
        Endpoint one = endpoint().maxInFlight(1).get();
        enter(one, NOW);

        Admission second = enter(one, NOW.plusMillis(251));

        assertEquals(Reason.BUSY, reason(second));
    }

    @Test
    void noMoreWaitThanAreServedWithinAMoment() {
        // 50 ms each until an attempt has shown how long one takes: four within 100 ms
        Endpoint two = endpoint().maxInFlight(2).get();
        IntStream.range(0, 2 + 4).forEach(n -> enter(two, NOW));

        Admission next = enter(two, NOW);

        assertEquals(Reason.BUSY, reason(next));
    }

    @Test
    void whoWaitsIsSentAwayWhenTheCircuitOpens() {
        Endpoint five = endpoint().maxInFlight(5).get();
        List<Pass> passes =
                IntStream.range(0, 5).mapToObj(n -> (Pass) enter(five, NOW)).toList();
        List<CompletableFuture<Admission>> waiting = IntStream.range(0, 10)
                .mapToObj(n -> gates.enter(five, SIZE, NOW).subscribeAsCompletionStage())
                .toList();

        passes.forEach(pass -> pass.failed(true, null, NOW));
        waiting.stream()
                .map(admission -> admission.getNow(null))
                .filter(Pass.class::isInstance)
                .forEach(pass -> ((Pass) pass).failed(true, null, NOW));

        assertTrue(waiting.stream().allMatch(CompletableFuture::isDone));
        assertEquals(Reason.CIRCUIT, reason(waiting.get(9).getNow(null)));
    }

    @Test
    void aPassThatIsGivenBackTwiceCountsOnce() {
        Endpoint one = endpoint().maxInFlight(1).get();
        Pass pass = (Pass) enter(one, NOW);
        pass.succeeded(Duration.ofMillis(3), NOW);
        pass.unused();
        enter(one, NOW);

        Admission next = enter(one, NOW);

        assertNull(next);
    }

    @Test
    void aThousandThatAreSentAwayGetAPlaceEachAsFarApartAsTheEndpointIsFast() {
        Endpoint eight = endpoint().maxInFlight(8).get();
        for (int n = 0; n < 200; n++) {
            ((Pass) enter(eight, NOW)).succeeded(Duration.ofMillis(80), NOW);
        }
        IntStream.range(0, 8 + 10).forEach(n -> enter(eight, NOW));

        Instant last = NOW.plusMillis(999);
        for (int n = 0; n < 1_000; n++) {
            Instant place = ((Diverted) enter(eight, NOW)).until();
            assertTrue(place.isAfter(last));
            last = place;
        }

        // 80 ms each, eight at a time: 10 ms apart, behind the second that everybody waits at least.
        assertEquals(11, Duration.between(NOW, last).toMillis() / 1_000.0, 0.2);
    }

    @Test
    void aRateLimitHoldsOverASecondWhoeverComes() {
        Endpoint ten = endpoint().rateLimit(10).maxInFlight(256).get();

        int passed = 0;
        for (int ms = 0; ms < 10_000; ms += 5) {
            Instant now = NOW.plusMillis(ms);
            if (enter(ten, now) instanceof Pass pass) {
                pass.succeeded(Duration.ofMillis(1), now);
                passed++;
            }
        }

        assertEquals(100, passed, 1);
    }

    @Test
    void aTokenThatIsNotUsedIsGivenBack() {
        Endpoint ten = endpoint().rateLimit(10).get();
        ((Pass) enter(ten, NOW)).unused();

        Admission next = enter(ten, NOW);

        assertInstanceOf(Pass.class, next);
    }

    @Test
    void whoExceedsTheRateComesAgainAsFastAsTheRateAllows() {
        Endpoint ten = endpoint().rateLimit(10).get();
        enter(ten, NOW);

        List<Instant> places = new ArrayList<>();
        IntStream.range(0, 3).forEach(n -> places.add(((Diverted) enter(ten, NOW)).until()));

        assertEquals(List.of(NOW.plusMillis(1_100), NOW.plusMillis(1_200), NOW.plusMillis(1_300)), places);
    }

    @Test
    void aPauseThatTheReceiverAsksForHoldsForTheWholeEndpoint() {
        Endpoint endpoint = endpoint().get();
        ((Pass) enter(endpoint, NOW)).failed(true, NOW.plusSeconds(60), NOW);

        Diverted during = (Diverted) enter(endpoint, NOW.plusSeconds(1));
        Admission after = enter(endpoint, NOW.plusSeconds(60));

        assertEquals(Reason.PAUSED, during.reason());
        assertFalse(during.until().isBefore(NOW.plusSeconds(60)));
        assertInstanceOf(Pass.class, after);
    }

    @Test
    void afterFiveFailuresInARowOneProbePassesPerIntervalThatDoubles() {
        Endpoint endpoint = endpoint().get();
        fail(endpoint, 5, NOW);
        assertEquals(Reason.CIRCUIT, reason(enter(endpoint, NOW.plusMillis(999))));

        Pass first = (Pass) enter(endpoint, NOW.plusSeconds(1));
        Admission beside = enter(endpoint, NOW.plusSeconds(1));
        first.failed(false, null, NOW.plusSeconds(1));
        Admission soon = enter(endpoint, NOW.plusMillis(2_999));
        Admission second = enter(endpoint, NOW.plusSeconds(3));

        assertEquals(Reason.CIRCUIT, reason(beside));
        assertEquals(Reason.CIRCUIT, reason(soon));
        assertInstanceOf(Pass.class, second);
    }

    @Test
    void aProbeThatSucceedsLetsEverybodyPassAgain() {
        Endpoint endpoint = endpoint().get();
        fail(endpoint, 5, NOW);
        ((Pass) enter(endpoint, NOW.plusSeconds(1))).succeeded(Duration.ofMillis(3), NOW.plusSeconds(1));

        enter(endpoint, NOW.plusSeconds(1));
        Admission second = enter(endpoint, NOW.plusSeconds(1));

        assertInstanceOf(Pass.class, second);
    }

    @Test
    void fourFailuresAndASuccessOpenNothing() {
        Endpoint endpoint = endpoint().get();
        fail(endpoint, 4, NOW);
        ((Pass) enter(endpoint, NOW)).succeeded(Duration.ofMillis(3), NOW);
        fail(endpoint, 4, NOW);

        Admission next = enter(endpoint, NOW);

        assertInstanceOf(Pass.class, next);
    }

    @Test
    void whatWasUnderWayWhenTheCircuitOpenedDoesNotPutTheProbeOff() {
        Endpoint endpoint = endpoint().get();
        Pass late = (Pass) enter(endpoint, NOW);
        fail(endpoint, 5, NOW);
        late.failed(false, null, NOW);

        Admission probe = enter(endpoint, NOW.plusSeconds(1));

        assertInstanceOf(Pass.class, probe);
    }

    @Test
    void aNewUrlStartsWithAClosedCircuit() {
        Endpoint before = endpoint().get();
        fail(before, 5, NOW);
        Endpoint after = endpoint().url("https://new.example.com/").get();

        Admission next = enter(after, NOW);

        assertInstanceOf(Pass.class, next);
    }

    @Test
    void oneEndpointLeavesHalfOfThePlacesToOthers() {
        Gates ten = gates("ticketwire.delivery.max-in-flight", "10");
        Endpoint greedy = endpoint().maxInFlight(256).get();

        long passed = IntStream.range(0, 10)
                .filter(n -> now(ten.enter(greedy, SIZE, NOW)) instanceof Pass)
                .count();

        assertEquals(5, passed);
    }

    @Test
    void endpointsThatDoNotAnswerGetHalfOfThePlacesTogether() {
        Gates hundred = gates("ticketwire.delivery.max-in-flight", "100");
        IntStream.range(0, 30).forEach(n -> hundred.enter(other(n), SIZE, NOW).subscribeAsCompletionStage());
        Instant later = NOW.plusSeconds(2);

        long hanging = 30
                + IntStream.range(0, 30 * 7)
                        .filter(n -> now(hundred.enter(other(n % 30), SIZE, later)) instanceof Pass)
                        .count();

        assertEquals(50, hanging);
        assertInstanceOf(Pass.class, now(hundred.enter(other(99), SIZE, later)));
    }

    @Test
    void bodiesUnderWayAreBoundedButALargeOneAlonePasses() {
        Gates small = gates("ticketwire.delivery.max-in-flight-bytes", "1000");

        Admission large = now(small.enter(other(1), 5_000, NOW));
        Admission beside = now(small.enter(other(2), 10, NOW));
        ((Pass) large).unused();
        small.left(5_000);
        small.left(10);
        Admission after = now(small.enter(other(2), 10, NOW));

        assertEquals(Reason.BUSY, reason(beside));
        assertInstanceOf(Pass.class, after);
    }

    @Test
    void anIdleEndpointIsForgottenUnlessItsPauseIsNotOver() {
        ((Pass) enter(other(1), NOW)).succeeded(Duration.ofMillis(3), NOW);
        ((Pass) enter(other(2), NOW)).failed(true, Instant.now().plusSeconds(3_600), NOW);

        gates.forgetIdle();

        assertEquals(1, metrics.get("ticketwire.delivery.gates").gauge().value());
    }

    private Admission enter(Endpoint endpoint, Instant now) {
        return now(gates.enter(endpoint, SIZE, now));
    }

    /** Null: it waits. */
    private static Admission now(Uni<Admission> admission) {
        return admission.subscribeAsCompletionStage().getNow(null);
    }

    private void fail(Endpoint endpoint, int times, Instant now) {
        IntStream.range(0, times).forEach(n -> ((Pass) enter(endpoint, now)).failed(false, null, now));
    }

    private static Reason reason(Admission admission) {
        return ((Diverted) admission).reason();
    }

    private static EndpointExample endpoint() {
        return EndpointExample.endpoint().maxInFlight(8);
    }

    private static Endpoint other(int n) {
        return endpoint().id(new UUID(7, n)).get();
    }
}
