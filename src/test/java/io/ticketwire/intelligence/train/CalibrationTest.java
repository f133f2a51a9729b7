package io.ticketwire.intelligence.train;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.train.Calibration.Answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Temperatures, against some that were worked out by hand. */
class CalibrationTest {

    /** So many answers of a hundred are right; a score of ln(p / (1 - p)) beside 0 says that p of them are. */
    private static List<Answer> answers(double score, int right) {
        return IntStream.range(0, 100)
                .mapToObj(i -> new Answer(new float[] {(float) score, 0}, i < right ? 0 : 1))
                .toList();
    }

    @ParameterizedTest(name = "is {0} sure, and right in {1} of 100")
    @CsvSource({
        "0.95, 75, 2.68",
        "0.90, 75, 2.00",
        "0.75, 75, 1.00",
        "0.60, 75, 0.37",
        "0.75, 100, 0.25",
        "0.75, 20, 4.00",
    })
    void aHeadThatIsTooSureIsCooledAndOneThatDoubtsTooMuchIsSharpened(double sure, int right, float expected) {
        assertEquals(expected, Calibration.temperature(answers(Math.log(sure / (1 - sure)), right)), 1e-6);
    }

    @Test
    void whereNothingIsHeldOutTheTemperatureIsOne() {
        Calibration calibration = Calibration.of(List.of(), List.of());

        assertEquals(new Calibration(1, 0, 0, 0, 0), calibration);
    }

    @Test
    void theErrorIsHowFarConfidencesAreFromWhatIsRight() {
        List<Answer> tooSure = answers(Math.log(9), 75);

        assertEquals(0.15, Calibration.error(tooSure, 1), 1e-6);
        assertEquals(0, Calibration.error(tooSure, 2), 1e-3);
    }

    @Test
    void theErrorsAreOfWhatTheTemperatureWasNotFoundWith() {
        Calibration calibration = Calibration.of(answers(Math.log(9), 75), answers(Math.log(9), 65));

        assertEquals(2, calibration.temperature(), 1e-6);
        assertEquals(0.25, calibration.before(), 1e-6);
        assertEquals(0.10, calibration.after(), 1e-3);
        assertTrue(calibration.fitted() == 100 && calibration.measured() == 100);
    }
}
