package io.ticketwire.alert;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.ticketwire.alert.Allowance.Withheld;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How many letters go. */
class AllowanceTest {

    private static final Instant NINE = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void inNoSixtyMinutesMoreThanAllowed() {
        Allowance two = new Allowance(2);

        assertTrue(two.take(NINE));
        assertTrue(two.take(NINE.plusSeconds(1_800)));
        assertFalse(two.take(NINE.plusSeconds(3_599)));
        assertTrue(two.take(NINE.plusSeconds(3_600)));
        assertFalse(two.take(NINE.plusSeconds(3_601)));
    }

    @Test
    void whatIsWithheldIsToldOnceAndFromItsBeginning() {
        Allowance none = new Allowance(0);
        none.withhold(new Withheld(3, NINE));
        none.withhold(new Withheld(4, NINE.plusSeconds(60)));
        none.withhold(Withheld.NONE);

        assertEquals(new Withheld(7, NINE), none.tellWithheld());
        assertEquals(Withheld.NONE, none.tellWithheld());
    }
}
