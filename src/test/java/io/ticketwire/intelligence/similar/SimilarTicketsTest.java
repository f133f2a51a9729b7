package io.ticketwire.intelligence.similar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ticketwire.event.Insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SimilarTicketsTest {

    private static final UUID ACME = new UUID(0, 1);
    private static final UUID GLOBEX = new UUID(0, 2);
    private static final UUID INITECH = new UUID(0, 3);
    private static final long PLENTY = 1L << 30;
    private static final String PARCEL = "My parcel has not arrived yet, where is it?";
    private static final String INVOICE = "The invoice for March lists a seat we never booked";

    private final SimilarTickets tickets = new SimilarTickets(3, 2, PLENTY);

    @Test
    void aTicketIsNotSimilarToItself() {
        add(ACME, 1, PARCEL, 1);
        assertEquals(List.of(), find(ACME, 1, PARCEL + " Hello?", 2));
        assertEquals(1, tickets.size(ACME));
    }

    @Test
    void whatATicketSaysAnewTakesThePlaceOfWhatItSaid() {
        add(ACME, 1, PARCEL, 1);
        add(ACME, 1, INVOICE, 2);
        assertEquals(List.of(), find(ACME, 2, PARCEL, 3));
        assertEquals(List.of(ticket(1)), ids(find(ACME, 3, INVOICE, 4)));
    }

    @Test
    void anOldEventThatComesAgainDoesNotUndoANewerOne() {
        add(ACME, 1, INVOICE, 2);
        assertEquals(List.of(), find(ACME, 1, PARCEL, 1));
        assertEquals(List.of(), find(ACME, 2, PARCEL, 3));
        assertEquals(List.of(ticket(1)), ids(find(ACME, 3, INVOICE, 4)));
    }

    @Test
    void theSameEventTwiceIsAnsweredTheSameAndChangesNothing() {
        // given
        IntStream.of(1, 3, 4).forEach(i -> add(ACME, i, PARCEL + " We are " + i, i));
        List<Insight.Similar> first = find(ACME, 2, PARCEL + " I ask again.", 5);
        long bytes = tickets.bytes();
        // when
        List<Insight.Similar> second = find(ACME, 2, PARCEL + " I ask again.", 5);
        // then
        assertEquals(List.of(ticket(4), ticket(3)), ids(first));
        assertEquals(first, second);
        assertEquals(bytes, tickets.bytes());
    }

    @Test
    void ticketsOfAnotherConnectorAreNotSeen() {
        add(ACME, 1, PARCEL, 1);
        assertEquals(List.of(), find(GLOBEX, 2, PARCEL, 2));
    }

    @Test
    void duplicatesComeFirstAndTheNewestOfThemBefore() {
        // given
        SimilarTickets many = new SimilarTickets(5_000, 200, 256L << 20);
        many.add(ACME, ticket(1), PARCEL, Instant.ofEpochSecond(2));
        many.add(ACME, ticket(2), PARCEL, Instant.ofEpochSecond(1));
        many.add(ACME, ticket(3), PARCEL + " Please answer!", Instant.ofEpochSecond(3));
        many.add(ACME, ticket(4), INVOICE, Instant.ofEpochSecond(4));
        // when
        List<Insight.Similar> similar = many.findAndAdd(ACME, ticket(5), PARCEL, Instant.ofEpochSecond(5));
        // then
        assertEquals(List.of(ticket(1), ticket(2), ticket(3)), ids(similar));
        assertEquals(new Insight.Similar(ticket(1), 1, "duplicate"), similar.get(0));
        assertEquals("similar", similar.get(2).kind());
    }

    @Test
    void atMostFiveAreTold() {
        SimilarTickets many = new SimilarTickets(5_000, 200, 256L << 20);
        IntStream.range(0, 40).forEach(i -> many.add(ACME, ticket(i), PARCEL, Instant.ofEpochSecond(i)));
        assertEquals(
                List.of(ticket(39), ticket(38), ticket(37), ticket(36), ticket(35)),
                ids(many.findAndAdd(ACME, ticket(40), PARCEL, Instant.ofEpochSecond(40))));
    }

    @Test
    void theOldestTicketOfAFullWindowGoesInWhateverOrderTheyCame() {
        // given
        add(ACME, 2, PARCEL, 2);
        add(ACME, 1, PARCEL, 1);
        add(ACME, 3, PARCEL, 3);
        // when
        add(ACME, 4, PARCEL, 4);
        // then
        assertEquals(3, tickets.size(ACME));
        assertEquals(List.of(ticket(4), ticket(3), ticket(2)), ids(find(ACME, 5, PARCEL, 0)));
    }

    @Test
    void oneThatIsOlderThanAllOfAFullWindowIsAnsweredAndNotHeld() {
        // given
        IntStream.of(2, 3, 4).forEach(i -> add(ACME, i, PARCEL, i));
        // when
        List<Insight.Similar> similar = find(ACME, 1, PARCEL, 1);
        // then
        assertEquals(List.of(ticket(4), ticket(3), ticket(2)), ids(similar));
        assertEquals(3, tickets.size(ACME));
        assertEquals(similar, find(ACME, 1, PARCEL, 1));
    }

    @Test
    void theLeastRecentlyUsedConnectorGoes() {
        // given
        add(ACME, 1, PARCEL, 1);
        add(GLOBEX, 2, PARCEL, 2);
        add(ACME, 3, INVOICE, 3);
        // when
        add(INITECH, 4, PARCEL, 4);
        // then
        assertEquals(List.of(2, 0, 1), List.of(tickets.size(ACME), tickets.size(GLOBEX), tickets.size(INITECH)));
    }

    @Test
    void beyondItsMemoryTheLeastRecentlyUsedConnectorsGoButNotTheLast() {
        // given
        SimilarTickets small = new SimilarTickets(10, 10, 1_500);
        small.add(ACME, ticket(1), PARCEL, Instant.EPOCH);
        // when
        small.add(GLOBEX, ticket(2), PARCEL, Instant.EPOCH);
        small.add(GLOBEX, ticket(3), INVOICE, Instant.EPOCH);
        // then
        assertEquals(0, small.size(ACME));
        assertEquals(2, small.size(GLOBEX));
    }

    @Test
    void whatWentLeavesNothingBehind() {
        // given
        SimilarTickets fresh = new SimilarTickets(3, 2, PLENTY);
        IntStream.range(0, 3)
                .forEach(i -> fresh.add(ACME, ticket(i), "Text %d of a kind, on %d".formatted(i, i), Instant.EPOCH));
        // when
        Random random = new Random(1);
        IntStream.range(0, 500).forEach(i -> add(ACME, 100 + i % 7, text(random), i));
        add(GLOBEX, 1, text(random), 0);
        add(INITECH, 1, text(random), 0);
        add(GLOBEX, 1, "", 1);
        add(INITECH, 1, "", 1);
        IntStream.range(0, 3).forEach(i -> add(ACME, i, "Text %d of a kind, on %d".formatted(i, i), 0));
        add(INITECH, 1, "", 1);
        SimilarTickets empty = new SimilarTickets(3, 2, PLENTY);
        empty.add(INITECH, ticket(1), "", Instant.EPOCH);
        // then
        assertEquals(fresh.bytes() + empty.bytes(), tickets.bytes());
    }

    @Test
    void theSameCallsGiveTheSameAnswers() {
        assertEquals(story(7), story(7));
    }

    @Test
    void manyThreadsMayAddAtOnce() throws Exception {
        // given
        SimilarTickets shared = new SimilarTickets(50, 3, PLENTY);
        List<UUID> connectors = List.of(ACME, GLOBEX, INITECH, new UUID(0, 4));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        // when
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            Random random = new Random(thread);
            work.add(() -> {
                int found = 0;
                for (int i = 0; i < 400; i++) {
                    UUID connector = connectors.get(random.nextInt(connectors.size()));
                    Instant at = Instant.ofEpochSecond(random.nextInt(100));
                    found += shared.findAndAdd(connector, ticket(random.nextInt(80)), text(random), at)
                            .size();
                }
                return found;
            });
        }
        List<Future<Integer>> done = threads.invokeAll(work);
        threads.shutdown();
        // then
        int found = 0;
        for (Future<Integer> one : done) {
            found += one.get();
        }
        assertTrue(found > 0);
        assertTrue(connectors.stream().mapToInt(shared::size).sum() <= 150);
        connectors.forEach(connector -> {
            assertTrue(shared.size(connector) <= 50);
            IntStream.range(0, 60)
                    .forEach(i -> shared.add(connector, ticket(1_000 + i), "", Instant.ofEpochSecond(1_000 + i)));
        });
        SimilarTickets empty = new SimilarTickets(50, 3, PLENTY);
        connectors.forEach(connector ->
                IntStream.range(0, 60).forEach(i -> empty.add(connector, ticket(i), "", Instant.ofEpochSecond(i))));
        assertEquals(empty.bytes(), shared.bytes());
    }

    @Test
    void boundsOfNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new SimilarTickets(0, 1, PLENTY));
        assertThrows(IllegalArgumentException.class, () -> new SimilarTickets(1, 0, PLENTY));
    }

    private static List<List<Insight.Similar>> story(int seed) {
        Random random = new Random(seed);
        SimilarTickets told = new SimilarTickets(40, 2, PLENTY);
        return IntStream.range(0, 300)
                .mapToObj(i -> told.findAndAdd(
                        new UUID(0, random.nextInt(3)),
                        ticket(random.nextInt(100)),
                        text(random),
                        Instant.ofEpochSecond(random.nextInt(200))))
                .toList();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.append("word").append((char) ('a' + random.nextInt(20))).append(' ');
        }
        return text.toString();
    }

    private void add(UUID connector, int ticket, String text, int second) {
        tickets.add(connector, ticket(ticket), text, Instant.ofEpochSecond(second));
    }

    private List<Insight.Similar> find(UUID connector, int ticket, String text, int second) {
        return tickets.findAndAdd(connector, ticket(ticket), text, Instant.ofEpochSecond(second));
    }

    private static UUID ticket(int number) {
        return new UUID(1, number);
    }

    private static List<UUID> ids(List<Insight.Similar> similar) {
        return similar.stream().map(Insight.Similar::ticketId).toList();
    }
}
