package io.ticketwire.intelligence;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.ticketwire.intelligence.analysis.Analyzer;
import io.ticketwire.intelligence.analysis.Preparation;
import io.ticketwire.intelligence.model.InvalidModelException;
import io.ticketwire.intelligence.model.ModelFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SampleTest {

    @Test
    void aReaderThatFailsAtAMessageIsRefusedWhateverItFailsWith() {
        Reader failing = message -> {
            throw new ArrayIndexOutOfBoundsException(1);
        };
        InvalidModelException refused = assertThrows(InvalidModelException.class, () -> Sample.tried(failing));
        assertEquals(
                "can't be used: it fails at a message: "
                        + "java.lang.ArrayIndexOutOfBoundsException: Array index out of range: 1",
                refused.getMessage());
    }

    @Test
    void theShippedModelReadsIt() throws IOException {
        Analyzer analyzer = new Analyzer(ModelFile.shipped(), Preparation.load());
        assertSame(analyzer, Sample.tried(analyzer));
    }
}
