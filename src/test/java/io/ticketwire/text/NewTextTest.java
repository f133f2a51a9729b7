package io.ticketwire.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every line of the files in {@code mail-text} says what it is: N new, Q quoted, S signature. */
class NewTextTest {

    private static final Path CASES = Path.of("src/test/resources/fixtures/mail-text");

    static Stream<LabelledText> cases() throws IOException {
        List<LabelledText> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                for (String block : Files.readString(file).split("(?m)^## ")) {
                    List<String> lines = block.lines().toList();
                    if (!lines.isEmpty()) {
                        cases.add(LabelledText.of(
                                file.getFileName() + ": " + lines.get(0), lines.subList(1, lines.size())));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLineIsWhatItsLabelSays(LabelledText mail) {
        NewText read = read(mail.text());

        assertEquals(mail.labels(), LabelledText.labels(read), () -> mail.text());
        assertEquals(mail.labels().matches("[N.]*") ? null : mail.newText(), read.newText());
    }

    @Test
    void thereAreEnoughCases() throws IOException {
        assertTrue(cases().count() >= 120);
    }

    @Test
    void nothingIsNothing() {
        assertNull(read(null).text());
        assertNull(read("").marks());
        assertNull(read(" \n\n ").newText());
    }

    @Test
    void whatOnlyQuotesHasNothingNew() {
        NewText read = read("> Is it on?\n> Is it plugged in?");

        assertEquals("", read.newText());
        assertEquals(List.of(new Mark(Mark.QUOTE, 0, 31)), read.marks());
    }

    @Test
    void marksAreInUtf16Units() {
        NewText read = read("\uD83D\uDE00 broken\n\n-- \nAnn");

        assertEquals(List.of(new Mark(Mark.SIGNATURE, 11, 18)), read.marks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ">\n",
                "> a\n",
                "> a\nb\n",
                ">",
                "\n",
                " ",
                "-- \n",
                "--\n",
                "--\n\n\n\n",
                "\u2014\n",
                "__\n",
                "_",
                "-",
                "On Fri, Nov 20, 2026 at 10:11 AM\n",
                "On Fri, Nov 20, 2026 at 10:11 AM a ",
                "On 1:11 wrote:\n",
                "Jane wrote:\n\n\n\n",
                "From: a\n",
                "From: a\nSent: b\n",
                "From: a\n\n",
                "Best regards,\n",
                "Best regards,\nAnn\n\n",
                "Ann ",
                "Ann\n",
                "de la ",
                "Thanks ",
                "Sent from my iPhone\n",
                "Sent from my ",
                "This e-mail is confidential, recipient\n",
                "This e-mail is confidential, recipient\n\n",
                "received ",
                "a@",
                "<a@b> ",
                "schrieb ",
                "1.1.",
                ":",
                "a:\n",
                "----- Original Message ",
                "- ",
                "##- please type your ",
                "aaa. ",
                "\uD83D",
                "\u200B",
                "写道："
            })
    void takesNoLongerForWhatIsNasty(String repeated) {
        String text = repeated.repeat(65_536 / repeated.length());

        assertTimeout(Duration.ofSeconds(5), () -> read("Hello\n\n" + text));
        assertTimeout(Duration.ofSeconds(5), () -> read(text));
        assertTimeout(Duration.ofSeconds(5), () -> read("Hello\n\n" + text + "\nBest regards,\nAnn\n-- \nAnn"));
    }

    @Test
    void aHundredThousandQuotedLinesAreOneQuote() {
        NewText read = read("Yes\n\n" + "> no\n".repeat(100_000));

        assertEquals(1, read.marks().size());
        assertEquals("Yes", read.newText());
    }

    private static NewText read(String text) {
        return NewText.of(SourcedText.of(text));
    }
}
