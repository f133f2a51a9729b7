package io.ticketwire.intelligence.history;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static io.ticketwire.intelligence.history.Reads.origin;
import static io.ticketwire.intelligence.history.Reads.read;
import static org.junit.jupiter.api.Assertions.assertEquals;

class RecentTest {

    private static final Origin ASKED = origin("t1", Duration.ofHours(1));

    @Test
    void findsWhatIsOfTheTicketOrTheCustomerAndNothingElse() {
        // given
        Recent recent = new Recent(10);
        Read inTicket = ofSomebodyElse("t1", 1);
        Read ofCustomer = read("t2", Duration.ZERO);
        recent.add(inTicket);
        recent.add(ofCustomer);
        recent.add(ofSomebodyElse("t3", 2));

        // when
        var found = recent.about(ASKED);

        // then
        assertEquals(Set.of(inTicket, ofCustomer), Set.copyOf(found));
        assertEquals(2, found.size());
    }

    @Test
    void theSameEventAgainTakesThePlaceOfTheFirst() {
        // given
        Recent recent = new Recent(10);
        Read first = read("t1", Duration.ZERO);
        Read again = new Read(first.origin(), first.words(), -2, 2, 90, AlarmKind.HOSTILITY, AlarmKind.HOSTILITY);

        // when
        recent.add(first);
        recent.add(again);

        // then
        assertEquals(List.of(again), recent.about(ASKED));
    }

    @Test
    void forgetsTheOldestFirst() {
        // given
        Recent recent = new Recent(2);

        // when
        for (int i = 0; i < 5; i++) {
            recent.add(read("t1", Duration.ofMinutes(i)));
        }

        // then
        assertEquals(
                List.of(read("t1", Duration.ofMinutes(3)), read("t1", Duration.ofMinutes(4))), recent.about(ASKED));
    }

    @Test
    void ofOneTicketOnlyTheLatestHundredAreGiven() {
        // given
        Recent recent = new Recent(1_000);

        // when
        for (int i = 0; i < 300; i++) {
            recent.add(read("t1", Duration.ofMinutes(i)));
        }

        // then
        assertEquals(100, recent.about(ASKED).size());
    }

    private static Read ofSomebodyElse(String ticket, int minute) {
        Origin origin = origin(ticket, Duration.ofMinutes(minute));
        Origin other = new Origin(
                UUID.randomUUID(),
                origin.ticketId(),
                origin.connectorId(),
                "bo@x.example",
                origin.at(),
                origin.receivedAt());
        return new Read(other, 1L, 0, 0, 0, null, null);
    }
}
