package io.ticketwire.ingress.message.messagebird;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the codes of MessageBird's SMS platform say about trying again. */
class MessageBirdErrorsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1, true",
                // "The number is not associated with an active line"
                "2, true",
                "3, true",
                "5, true",
                "9, true",
                "10, true",
                "11, true",
                "12, true",
                // "The number is valid and shall be kept"
                "8, false",
                "26, false",
                "27, false",
                "31, false",
                "6, false",
                "34, false",
                // Barred, not supported, data missing: some networks for good, some for now.
                "13, null",
                "21, null",
                "35, null",
                "36, null",
                "0, null",
                "null, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, MessageBirdErrors.permanent(code));
    }
}
