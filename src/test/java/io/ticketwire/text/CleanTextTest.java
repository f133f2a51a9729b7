package io.ticketwire.text;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

class CleanTextTest {
    @Test
    void control_characters_go_and_lone_surrogates_are_replaced() {
        assertEquals("ab\uFFFD\uFFFDc\n\td", CleanText.clean("a\u0000b\uDC00\uD800c\n\td\u007F\u0085"));
    }

    @Test
    void carriage_returns_become_line_feeds() {
        assertEquals("a\nb\nc", CleanText.clean("a\r\nb\rc"));
    }

    @Test
    void a_clean_text_stays_the_same_object() {
        String text = "caf\u00E9 \uD83D\uDE00";
        assertSame(text, CleanText.clean(text));
        assertNull(CleanText.clean(null));
    }

    @Test
    void a_cut_never_leaves_half_a_character() {
        assertEquals("a", CleanText.cut("a\uD83D\uDE00", 2));
        assertEquals("a\uD83D\uDE00", CleanText.cut("a\uD83D\uDE00b", 3));
    }
}
