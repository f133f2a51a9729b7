package io.ticketwire.ingress.mail;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MessageIdsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a@x>|<a@x>",
                "<a@x> <b@x>|<a@x> <b@x>",
                "<a@x><b@x>|<a@x> <b@x>",
                "<a@x>, <b@x>|<a@x> <b@x>",
                "< a@x >|<a@x>",
                "<a@x|<a@x>",
                "<a@x <b@x>|<a@x> <b@x>",
                "<<a@x>>|<a@x>",
                "a@x|<a@x>",
                "a@x, b@x;c@x|<a@x> <b@x> <c@x>",
                "\"<a@x>\"|<a@x>",
                "<A-b+C=@X.Example>|<A-b+C=@X.Example>",
                "<a@x> (Ann's message of \"Fri, 20 Nov 2026\")|<a@x>",
                "Your message of \"Fri, 20 Nov 2026\" <a@x>|<a@x>",
                "Message from Ann of Friday|",
                "<no-at-sign>|<no-at-sign>",
                "<>|"
            })
    void idsAreFoundHoweverTheyAreWritten(String header, String ids) {
        assertEquals(ids == null ? "" : ids, String.join(" ", MessageIds.parse(header)));
    }

    @Test
    void foldingGoes() {
        assertEquals(List.of("<a@x>", "<bc@x>"), MessageIds.parse("<a@x>\r\n\t<b\r\n c@x>"));
    }

    @Test
    void nothingIsNothing() {
        assertEquals(List.of(), MessageIds.parse(null));
        assertEquals(List.of(), MessageIds.parse(""));
        assertEquals(List.of(), MessageIds.parse(" \u0000 "));
    }

    @Test
    void whatIsTooLongIsShortenedAlwaysToTheSame() {
        String one = MessageIds.parse("<" + "a".repeat(300) + "@x>").get(0);
        String other = MessageIds.parse("<" + "a".repeat(301) + "@x>").get(0);

        assertEquals(255, one.length());
        assertNotEquals(one, other);
        assertEquals(List.of(one), MessageIds.parse(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", ">", "<>", "<a@x> ", "<a@x>, ", "@", "a@x ", "(", "< ", "\uD83D", "<a"})
    void hostileHeadersTakeNoLonger(String repeated) {
        String header = repeated.repeat(65_536 / repeated.length());

        List<String> ids = assertTimeout(Duration.ofSeconds(5), () -> MessageIds.parse(header));

        assertTrue(ids.stream().allMatch(id -> id.length() <= 255));
    }
}
