package io.ticketwire.ingress.message.gupshup;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Gupshup's errors say about trying again. */
class GupshupErrorsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1002, true",
                "1005, true",
                "1006, true",
                "1007, true",
                "1008, true",
                "1012, true",
                "4003, true",
                "4004, true",
                // To be paid first.
                "1003, false",
                "500, false",
                "4001, false",
                // A template that is paused.
                "4005, false",
                // Meta's.
                "131026, true",
                "131049, false",
                // A sandbox that is used by another app; an answer of WhatsApp that Gupshup does not understand.
                "1001, null",
                "4002, null",
                "null, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, GupshupErrors.permanent(code));
    }
}
