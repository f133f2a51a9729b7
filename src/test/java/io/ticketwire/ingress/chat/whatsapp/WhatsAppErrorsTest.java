package io.ticketwire.ingress.chat.whatsapp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Meta's errors say about trying again. */
class WhatsAppErrorsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "131026, true",
                "131047, true",
                // The account is locked, or may not write to that country.
                "131031, true",
                "130497, true",
                // The recipient's identity is not the one that was asked for.
                "137000, true",
                "100, true",
                "132000, true",
                "132001, true",
                "132016, true",
                "132068, true",
                "131000, false",
                "131049, false",
                "131064, false",
                "133016, false",
                // To be paid first.
                "131042, false",
                // "Temporarily blocked for policies violations"
                "368, false",
                // A template that is paused, a flow that is throttled.
                "132015, false",
                "132069, false",
                // The media may be wrong, or were only out of reach.
                "131053, null",
                "135000, null",
                "1, null",
                "199999, null",
                "null, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, WhatsAppErrors.permanent(code));
    }
}
