package io.ticketwire.intelligence.analysis;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.intelligence.hostility.Signal;
import io.ticketwire.intelligence.hostility.SignalKind;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HostilityScaleTest {

    private static final HostilityScale SCALE = new HostilityScale(0.5, 0.4);

    @ParameterizedTest
    @CsvSource({
        "0.2, 0.2, 0.6, INSULT, hostile",
        "0.5, 0.4, 0.1, INSULT_AT_PERSON, hostile",
        "0.2, 0.2, 0.6, MOOD_ONLY, frustrated",
        "0.9, 0.1, 0.0, MOOD_ONLY, none",
    })
    void aFaceAloneIsNeverHostile(float none, float frustrated, float hostile, SignalKind kind, String level) {
        // Given
        List<Signal> signals = List.of(new Signal(kind, 0, 0));

        // When
        var tone = SCALE.of(new float[] {none, frustrated, hostile}, signals);

        // Then
        assertEquals(level, tone.level());
    }
}
