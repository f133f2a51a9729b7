package io.ticketwire.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class JsonTextTest {

    @Test
    void textIsWhatWasWrittenWithoutWhatSurroundsIt() {
        assertEquals("a\nb -", JsonText.text(Json.tree("\" a\\r\\nb\\u0000 - \"")));
        assertEquals("-", JsonText.text(Json.tree("\"-\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\" \\n\"", "\"\\u0000\"", "7", "null", "true", "{}", "[\"a\"]"})
    void whatIsNoTextIsNull(String json) {
        assertNull(JsonText.text(Json.tree(json)));
    }

    @Test
    void lineIsOneLineOfTextOrANumber() {
        assertEquals("a b", JsonText.line(Json.tree("\" a \\n b \"")));
        assertEquals("7", JsonText.line(Json.tree("7")));
        assertNull(JsonText.line(Json.tree("{}")));
        assertNull(JsonText.line(Json.tree("true")));
        assertNull(JsonText.line(Json.tree("\" \"")));
    }

    @Test
    void textIsBounded() {
        assertEquals(65_536, JsonText.text("x".repeat(100_000)).length());
        assertEquals(255, JsonText.line("x".repeat(300)).length());
    }
}
