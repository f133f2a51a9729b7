package io.ticketwire.event;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

/** Deterministic ids. */
class IdsTest {

    private static final UUID DNS = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    private static final UUID CONNECTOR = UUID.fromString("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a10");

    /** RFC 9562, appendix A.4. */
    @Test
    void followsTheStandardsTestVector() {
        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), Ids.of(DNS, "www.example.com"));
    }

    @Test
    void ticketKeepsItsIdForEver() {
        assertEquals(UUID.fromString("edcc97ee-a80b-57be-a28c-0e003ddd78bb"), Ids.ticket(CONNECTOR, "12345"));
    }

    @Test
    void idsOfOneNameInDifferentPlacesDiffer() {
        UUID other = UUID.fromString("11111111-1111-4111-8111-111111111111");

        assertNotEquals(Ids.ticket(CONNECTOR, "1"), Ids.event(CONNECTOR, "1"));
        assertNotEquals(Ids.ticket(CONNECTOR, "1"), Ids.ticket(other, "1"));
        assertNotEquals(Ids.delivery(CONNECTOR, other), Ids.delivery(other, CONNECTOR));
    }

    @Test
    void eventsOfOneBodyDifferByTheirPlace() {
        Set<UUID> ids = new HashSet<>();
        for (int index = 0; index < 300; index++) {
            ids.add(Ids.eventOfBody(CONNECTOR, new byte[32], index));
        }

        assertEquals(300, ids.size());
        assertEquals(Ids.eventOfBody(CONNECTOR, new byte[32], 7), Ids.eventOfBody(CONNECTOR, new byte[32], 7));
    }

    @Test
    void everyIdIsOfVersion5AndOfTheStandardVariant() {
        for (int index = 0; index < 300; index++) {
            UUID id = Ids.of("name " + index);

            assertEquals(5, id.version());
            assertEquals(2, id.variant());
        }
    }
}
