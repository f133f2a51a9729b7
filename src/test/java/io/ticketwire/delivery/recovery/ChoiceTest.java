package io.ticketwire.delivery.recovery;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Which deliveries a recovery makes again. */
class ChoiceTest {

    @ParameterizedTest(name = "{0}, subscribed {1}: failed {2}, missing {3}, all {4}")
    @CsvSource({
        "none,      true,  false, true,  true",
        "none,      false, false, false, false",
        "pending,   true,  false, false, false",
        "retrying,  true,  true,  false, true",
        "retrying,  false, true,  false, false",
        "failed,    true,  true,  false, true",
        "dead,      true,  true,  false, true",
        "dead,      false, true,  false, false",
        "skipped,   true,  false, true,  true",
        "skipped,   false, false, true,  false",
        "delivered, true,  false, false, true",
        "delivered, false, false, false, false"
    })
    void dependsOnWhatThereIs(String status, boolean subscribed, boolean failed, boolean missing, boolean all) {
        String known = status.equals("none") ? null : status;

        assertEquals(failed, Choice.wanted(Only.FAILED, known, subscribed));
        assertEquals(missing, Choice.wanted(Only.MISSING, known, subscribed));
        assertEquals(all, Choice.wanted(Only.ALL, known, subscribed));
    }
}
