package io.ticketwire.ingress.message.vonage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What Vonage's errors of its Messages API say about trying again. */
class VonageErrorsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1050, true",
                // The account is barred.
                "1060, true",
                "1190, true",
                "1240, true",
                "1340, true",
                "1000, false",
                "1070, false",
                "1180, false",
                "1241, false",
                "1110, null",
                "1330, null",
                "1360, null",
                "null, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, VonageStatus.ERRORS.isPermanent(code));
    }
}
