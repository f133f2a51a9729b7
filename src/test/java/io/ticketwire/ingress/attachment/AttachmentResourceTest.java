package io.ticketwire.ingress.attachment;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AttachmentResourceTest {

    @ParameterizedTest
    @CsvSource({
        "invoice.pdf, invoice.pdf",
        "Übersicht 1.pdf, %C3%9Cbersicht%201.pdf",
        "a\"b;c'd, a%22b%3Bc%27d",
    })
    void nameOfTheFileCanEndNoHeader(String filename, String written) {
        assertEquals("attachment; filename*=UTF-8''" + written, AttachmentResource.disposition(filename));
    }

    @Test
    void whatHasNoNameIsSavedUnderTheReadersOwn() {
        assertEquals("attachment", AttachmentResource.disposition(null));
    }
}
