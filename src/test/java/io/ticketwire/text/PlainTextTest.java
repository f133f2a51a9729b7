package io.ticketwire.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlainTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a < b and c > d                               | a < b and c > d
            if a<b and c>d                                | if a<b and c>d
            List<A> x;                                    | List<A> x;
            Tom &amp; Jerry can&#39;t &#x41;              | Tom & Jerry can't A
            https://x.example/?a=1&copy=2&lt              | https://x.example/?a=1&copy=2&lt
            &unknown; &#0; &#55296;                       | &unknown;  �
            <!-- what happened? -->It broke <!-- a --> here | It broke  here
            a <!-- never closed                           | a <!-- never closed
            &lt;p&gt;one &amp;amp; two&lt;/p&gt;          | one & two
            if a &lt; b                                   | if a < b
            <p>one</p><p>two<br>three</p>                 | one`two`three
            <ul><li>one</li><li>two</li></ul>             | - one`- two
            <div>a&nbsp;b <b>bold</b> <script>x()</script></div> | a b bold
            <a href="https://x.example">link</a> text     | link text
            <html><head><title>t</title></head><body>b</body></html> | b
            <table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b`c
            """)
    void html_becomes_text_and_text_stays_text(String source, String plain) {
        assertEquals(plain.replace('`', '\n'), PlainText.of(source));
    }

    @Test
    void many_empty_lines_are_one() {
        assertEquals("a\n\n  b\nc", PlainText.of("\n\n a \n\n\n\n  b  \r\nc \n").replaceFirst("^ ", ""));
    }

    @Test
    void deeply_nested_html_is_survived() {
        // given
        String html = "<div>".repeat(100_000) + "deep" + "<b><p>".repeat(20_000);
        // when
        String text = PlainText.of(html);
        // then
        assertTrue(text.length() < html.length());
    }
}
