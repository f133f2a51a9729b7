package io.ticketwire.ingress.message;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.FormBody;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Values of flat payloads, media and places. */
class MessageFieldsTest {

    @Test
    void firstFieldThatIsGivenCounts() {
        MessageFields fields = form("a=&b=+one+%0a+line+&c=two%0alines");

        assertEquals("one line", fields.line("none", "a", "b", "c"));
        assertEquals("two\nlines", fields.text("a", "c", "b"));
        assertNull(fields.line("none", "a"));
        assertNull(fields.text());
    }

    @Test
    void objectsAndListsAreNoValues() {
        MessageFields fields =
                MessageFields.of(Json.tree("{\"a\":{},\"b\":[1],\"c\":true,\"d\":null,\"e\":30003,\"f\":\"x\"}"));

        assertNull(fields.line("a", "b", "c", "d"));
        assertEquals("30003", fields.id("a", "e"));
        assertEquals("x", fields.named(name -> name.toLowerCase(Locale.ROOT)).line("F"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "image/jpeg, image",
                "AUDIO/ogg; codecs=opus, audio",
                "video/mp4, video",
                "text/x-vcard, contacts",
                "application/pdf, document",
                "imagery, document",
                "null, null",
            })
    void mediaTypeTellsWhatAMessageIs(String mime, String type) {
        assertEquals(type, Media.type(mime));
    }

    @Test
    void halfAnAddressIsNone() {
        assertNull(Media.whole("https://x/" + "y".repeat(4_096)));
        assertNull(Media.whole(null));
        assertEquals("https://x/y", Media.whole("https://x/y"));
    }

    @Test
    void placeIsWrittenAsFarAsItIsKnown() {
        assertEquals("HQ\n1 Way\n1.5, -2", Location.text("HQ", "1 Way", "1.5", "-2"));
        assertEquals("HQ", Location.text("HQ", null, "1.5", null));
        assertNull(Location.text(null, null, null, null));
    }

    private static MessageFields form(String form) {
        return MessageFields.of((FormBody.Parsed) FormBody.of(form.getBytes(UTF_8)));
    }
}
