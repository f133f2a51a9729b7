package io.ticketwire.ingress.message.plivo;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Plivo's errors say about trying again. */
class PlivoErrorsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "10, true",
                "30, true",
                "50, true",
                "70, true",
                "110, true",
                "200, true",
                "20, false",
                "80, false",
                // To be paid first.
                "900, false",
                // No route, for reasons that Plivo does not know.
                "90, null",
                "1000, null",
                "null, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, PlivoErrors.permanent(code));
    }
}
