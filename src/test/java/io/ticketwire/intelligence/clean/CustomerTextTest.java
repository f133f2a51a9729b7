package io.ticketwire.intelligence.clean;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files in {@code customer-text}: what messages are, what is added to them, and what is their author's own although it looks else. */
class CustomerTextTest {

    private static final String TRACE =
            "java.lang.IllegalStateException: killed\n\tat com.example.Pool.take(Pool.java:12)\n\t... 3 more";

    static Stream<Block> added() {
        return Stream.of("signatures.txt", "quotes.txt", "disclaimers.txt", "machines.txt")
                .flatMap(file -> Block.of(file).stream());
    }

    static Stream<Block> signaturesAndMachines() {
        return Stream.of("signatures.txt", "disclaimers.txt", "machines.txt").flatMap(file -> Block.of(file).stream());
    }

    static Stream<Block> machines() {
        return Block.of("machines.txt").stream();
    }

    static Stream<Block> ownWords() {
        return Stream.concat(
                Block.of("own-words.txt").stream(),
                Block.of("messages.txt").stream()
                        .filter(message -> message.name().contains("line")));
    }

    @ParameterizedTest
    @MethodSource("added")
    void whatIsAddedLeavesTheSameText(Block added) {
        for (Block message : Block.of("messages.txt")) {
            String clean = clean(message.text());

            assertEquals(clean, clean(message.text() + "\n\n" + added.text()), message.name());
            assertEquals(
                    clean, clean(message.text() + "\r\n\r\n" + added.text().replace("\n", "\r\n")), message.name());
        }
    }

    @ParameterizedTest
    @MethodSource("added")
    void whatIsAddedAboveASignatureAndAQuoteLeavesTheSameText(Block added) {
        String below =
                "\n\nBest regards,\nJane Doe\n\nOn Mon, Jan 5, 2026 at 10:12 AM Acme <help@example.com> wrote:\n> You idiot.\n> Bye";
        for (Block message : Block.of("messages.txt")) {
            assertEquals(clean(message.text()), clean(message.text() + "\n\n" + added.text() + below), message.name());
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatMachinesWroteMayStandAbove(Block machine) {
        String message = "Since then nothing works.\n\nCan you help?";

        assertEquals(message, clean(machine.text() + "\n\n" + message));
    }

    @ParameterizedTest
    @MethodSource("ownWords")
    void whatTheAuthorWroteStays(Block own) {
        assertEquals(own.text().replaceAll("(?m)^ +", ""), clean(own.text()));
    }

    @ParameterizedTest
    @MethodSource("added")
    void cleaningTwiceIsCleaningOnce(Block added) {
        String once = clean("It is broken.\n\n" + added.text());

        assertEquals(once, clean(once));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see ![a shot](https://example.com/a.png) please|see please",
                "the key d41d8cd98f00b204e9800998ecf8427e is refused|the key is refused",
                "this ```kill -9``` fails|this fails",
                "this {code}kill(){code} fails|this fails",
                "the picture [cid:image001.png@01DA1234.5678] is broken|the picture is broken",
                "not closed ![a shot](https://example.com|not closed ![a shot](https://example.com",
            })
    void whatIsPastedBetweenWordsGoes(String text, String rest) {
        assertEquals(rest, clean(text));
    }

    @ParameterizedTest
    @MethodSource("signaturesAndMachines")
    void whereNothingElseIsSomethingStays(Block added) {
        assertFalse(clean(added.text()).isEmpty());
    }

    @Test
    void whoOnlyQuotesHasWrittenNothing() {
        assertEquals(
                "",
                clean("On Mon, 2 Nov 2026 at 09:10, Acme Support <help@acme.example> wrote:\n"
                        + "> Your other customer called us useless idiots and will sue you."));
    }

    @Test
    void aMessageThatIsATraceOnlyIsReadAsItIs() {
        assertEquals(TRACE.replace("\t", ""), clean(TRACE + "\n\n-- \nJane Doe"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "\u200B"})
    void blankIsEmpty(String blank) {
        assertEquals("", clean(blank));
    }

    @Test
    void nothingIsEmpty() {
        assertEquals("", CustomerText.of(null, null).text());
    }

    @Test
    void everyCharacterKnowsWhereItStood() {
        String text = "  Hello,\n\n" + TRACE + "\n\n  you ```x``` idiots\n\n\n> no\n> never\n\nbye \n-- \nJane";
        Cleaned cleaned = CustomerText.of(text, null);

        assertEquals("Hello,\n\nyou idiots\n\nbye", cleaned.text());
        for (int i = 0; i < cleaned.text().length(); i++) {
            assertEquals(cleaned.text().charAt(i), text.charAt(cleaned.original(i)));
        }
        int idiots = cleaned.text().indexOf("idiots");
        Span span = cleaned.original(idiots, idiots + 6);
        assertEquals("idiots", text.substring(span.start(), span.end()));
    }

    @Test
    void aSpanOverWhatIsGoneHoldsIt() {
        String text = "you ```x``` idiots";
        Span span = CustomerText.of(text, null).original(0, "you idiots".length());

        assertEquals(new Span(0, text.length()), span);
    }

    @Test
    void htmlBecomesTextAndKnowsWhereItStood() {
        String html =
                "<html><head><style>p{color:red}</style></head><body><p>Hello &amp; good <b>morning</b></p><ul><li>you idiots</li></ul>"
                        + "<div class=\"gmail_signature\">Jane Doe</div><div class=\"gmail_quote\">On Monday Acme wrote:<blockquote>No.</blockquote></div></body></html>";
        Cleaned cleaned = CustomerText.of(html, null);

        assertEquals("Hello & good morning\n- you idiots", cleaned.text());
        int idiots = cleaned.text().indexOf("idiots");
        Span span = cleaned.original(idiots, idiots + 6);
        assertEquals("idiots", html.substring(span.start(), span.end()));
        assertEquals(html.indexOf("&amp;"), cleaned.original(cleaned.text().indexOf('&')));
        assertEquals(html.indexOf("morning"), cleaned.original(cleaned.text().indexOf("morning")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>no&nbsp;nails,&#160;please</p>|nails,|nails,",
                "<p>&nbsp;</p><p>spare me</p>|spare|spare",
                "<p>see R&amp;D&gt;</p><p>bye</p>|D>|D&gt;",
                "<p>see <b>R&amp;</b> or</p>|R&|R&amp;",
                "<p>you &#128512; idiots</p>|idiots|idiots",
                "<p>you &#128512; idiots</p>|\uD83D\uDE00|&#128512;",
                "<p>a &; b & c;</p>|c|c",
            })
    void entitiesAreCharacters(String html, String part, String original) {
        Cleaned cleaned = CustomerText.of(html, null);

        int start = cleaned.text().indexOf(part);
        Span span = cleaned.original(start, start + part.length());
        assertEquals(original, html.substring(span.start(), span.end()));
    }

    @Test
    void aTagInPlainTextIsNoHtml() {
        String text = "Hello,\n\nthe page shows\n<div>fatal</div>\nwhy?";

        assertEquals(text, clean(text + "\n\n-- \nJane Doe"));
    }

    @Test
    void whatTheIngressFoundNewIsAllThatIsRead() {
        String text = "> first\nYes.\n> second\n\n\n\nNo, you idiots.\nKonrad\nKonrad & Sons";
        Cleaned cleaned = CustomerText.of(text, "Yes.\n\nNo, you idiots.");

        assertEquals("Yes.\n\nNo, you idiots.", cleaned.text());
        assertEquals(text.indexOf("No, "), cleaned.original(cleaned.text().indexOf("No, ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Something else."})
    void aNewTextThatIsNotOfThisTextIsIgnored(String newText) {
        assertEquals("Yes.", CustomerText.of("Yes.\n\n-- \nAnn", newText).text());
    }

    @Test
    void noMoreIsReadThanAskedFor() {
        assertEquals("abc", CustomerText.of("abcdef", null, 3).text());
        assertEquals(CustomerText.MOST, clean("a ".repeat(CustomerText.MOST)).length() + 1);
        assertEquals("a", CustomerText.of("a\uD83D\uDE00", null, 2).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "![",
                "![a](",
                "[cid:",
                "```",
                "```\n",
                "{code}",
                "{code",
                "-----BEGIN ",
                "at a.b(",
                "at a.b.c(d)\n",
                "\tat ",
                "File \"",
                "File \"a\", line 1\n",
                "#1 ",
                "2026-01-05 10:12:13 ",
                "2026-01-05 10:12:13 a.b ",
                "Caused by: a.b",
                "a1B2",
                "http://",
                "&",
                "&amp;",
                "<p>",
                "<br>",
                "<style>",
                "<!--",
                "<a",
                "--\n",
                "Ann\n",
                "\u2026\n",
                "@a:1:",
                "Error",
                "panic: a\n\n",
                "{\"",
                "[ERROR]\n",
                "ERROR: a\n",
                "a-1 | b\n",
                "if (x) {\n",
                "[{\"a\":\n",
                "<?xml version=\n",
                "~~~\n",
                "| Ann Poe |\n",
                "thread 'a' panicked at a:1:1:\n",
                "a\uD83D",
                "\n"
            })
    void whateverComesIsRead(String repeated) {
        String text = repeated.repeat(CustomerText.MOST / repeated.length());

        for (String message : List.of(text, "Hello\n\n" + text, "<p>Hello</p>" + text, text + "\n-- \nAnn")) {
            Cleaned cleaned = CustomerText.of(message, null);
            if (!cleaned.text().isEmpty()) {
                Span span = cleaned.original(0, cleaned.text().length());
                assertTrue(
                        0 <= span.start() && span.start() < span.end() && span.end() <= message.length(),
                        span::toString);
            }
        }
    }

    private static String clean(String text) {
        return CustomerText.of(text, null).text();
    }
}
