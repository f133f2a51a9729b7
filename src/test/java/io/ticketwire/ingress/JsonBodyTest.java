package io.ticketwire.ingress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is JSON and what is not; nothing here throws. */
class JsonBodyTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", " {\"a\":[1,{\"b\":null}]}\r\n", "[1]"})
    void objectsAndArraysAreParsed(String body) {
        JsonBody read = JsonBody.of(body.getBytes(UTF_8));

        assertInstanceOf(JsonBody.Parsed.class, read);
    }

    @Test
    void byteOrderMarkIsSkipped() {
        JsonBody read = JsonBody.of("\uFEFF{\"event\":\"x\"}".getBytes(UTF_8));

        JsonBody.Parsed parsed = assertInstanceOf(JsonBody.Parsed.class, read);
        assertEquals("x", parsed.root().path("event").textValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "7",
                "\"text\"",
                "null",
                "true",
                "{",
                "[1,",
                "{\"a\":1} x",
                "{}{}",
                "[] ]",
                "{a:1}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "a=1&b=2",
                "<xml/>",
                "\u0000",
                "{\"a\":\"\n\"}"
            })
    void whatIsNoObjectAndNoArrayIsUnreadable(String body) {
        JsonBody read = JsonBody.of(body.getBytes(UTF_8));

        assertInstanceOf(JsonBody.Unreadable.class, read);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 10_000})
    void whatIsNestedTooDeepIsUnreadable(int depth) {
        JsonBody read = JsonBody.of(("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8));

        assertInstanceOf(JsonBody.Unreadable.class, read);
    }

    @Test
    void whatIsNestedJustDeepEnoughIsParsed() {
        JsonBody read = JsonBody.of(("[".repeat(200) + "]".repeat(200)).getBytes(UTF_8));

        assertInstanceOf(JsonBody.Parsed.class, read);
    }

    @Test
    void numberOfTooManyDigitsIsUnreadable() {
        JsonBody read = JsonBody.of(("[" + "9".repeat(100_000) + "]").getBytes(UTF_8));

        assertInstanceOf(JsonBody.Unreadable.class, read);
    }

    @Test
    void textThatIsNoUtf8IsUnreadable() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xC3, (byte) 0x28, '"', '}'};

        JsonBody read = JsonBody.of(body);

        assertInstanceOf(JsonBody.Unreadable.class, read);
    }

    @Test
    void textThatBreaksOffInACharacterIsUnreadable() {
        byte[] body = {'{', '"', 'a', '"', ':', '"', (byte) 0xE2, (byte) 0x82};

        JsonBody read = JsonBody.of(body);

        assertInstanceOf(JsonBody.Unreadable.class, read);
    }

    @Test
    void senderIsToldWhereItWentWrongButNotWhatStandsThere() {
        JsonBody read = JsonBody.of("{\"a\":1,\n\"secret\" hunter2}".getBytes(UTF_8));

        String why = assertInstanceOf(JsonBody.Unreadable.class, read).why();
        assertTrue(why.contains("line 2, column "), why);
        assertTrue(!why.contains("hunter2"), why);
    }
}
