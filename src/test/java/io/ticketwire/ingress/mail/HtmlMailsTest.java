package io.ticketwire.ingress.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.text.LabelledText;
import io.ticketwire.text.NewText;
import io.ticketwire.text.SourcedText;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

/** Mails of which there is only HTML, as the usual programs write it; in {@code mail-html}, each with the text that is made of it. */
class HtmlMailsTest {

    private static final Path CASES = Path.of("src/test/resources/fixtures/mail-html");

    /** HTML, and the text that is read of it, as in {@link LabelledText}. */
    record Case(String html, LabelledText read) {

        static Case of(String file, String block) {
            String[] halves = block.split("(?m)^----\n", 2);
            String[] head = halves[0].split("\n", 2);
            List<String> lines = halves[1].lines().toList();
            return new Case(head[1], LabelledText.of(file + ": " + head[0], lines));
        }

        @Override
        public String toString() {
            return read.name();
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (Stream<Path> files = Files.list(CASES)) {
            for (Path file : files.sorted().toList()) {
                Stream.of(Files.readString(file).split("(?m)^## "))
                        .filter(block -> !block.isEmpty())
                        .forEach(block -> cases.add(Case.of(file.getFileName().toString(), block)));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyLineIsWhatItsLabelSays(Case mail) {
        NewText read = read(new MailDraft().html(mail.html()));

        assertEquals(mail.read().text(), read.text());
        assertEquals(mail.read().labels(), LabelledText.labels(read), read::text);
        assertEquals(mail.read().labels().matches("[N.]*") ? null : mail.read().newText(), read.newText());
    }

    @Test
    void plainTextIsReadAsItIs() {
        NewText read = read(new MailDraft().plain("Yes.").html("<blockquote type=\"cite\">Yes.</blockquote>"));

        assertEquals("Yes.", read.text());
        assertNull(read.marks());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div id=Signature>&#x200B;</div><p>Hello</p>",
                "<p>Hello</p><div id=Signature><br>&#xFEFF;</div>",
                "<p>Hello</p><div class=gmail_quote>&#x200B;<br>&#x200B;</div>",
            })
    void whatNobodySeesIsNoMark(String html) {
        NewText read = read(new MailDraft().html(html));

        assertNull(read.marks());
        assertNull(read.newText());
    }

    @Test
    void linesAreCountedOverAllParts() throws IOException {
        MailDraft draft = new MailDraft();
        draft.text(part(), false, -1, stream("\n\none\ntwo\n\n"));
        draft.text(part(), true, -1, stream("<p>three</p><blockquote type=cite>four<br>five</blockquote>"));
        draft.text(part(), true, -1, stream(" "));
        draft.text(part(), true, -1, stream("<br><p>six</p><div class=moz-signature>seven</div>"));

        NewText read = read(draft);

        assertEquals("one\ntwo\n\nthree\nfour\nfive\n\nsix\nseven", read.text());
        assertEquals("NN.NQQ.NS", LabelledText.labels(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<blockquote type=cite>a",
                "<div class=gmail_quote>",
                "<div class=gmail_quote><blockquote>a</blockquote>b",
                "<blockquote>",
                "<blockquote>a</blockquote>b",
                "<div id=appendonsend></div><hr>",
                "<div id=divRplyFwdMsg>a",
                "<div id=Signature>a</div>",
                "<div id=Signature>a</div><br>",
                "<hr style='border-top:solid      '>",
                "<blockquote style='border-left:        '>a",
            })
    void takesNoLongerForWhatIsNasty(String repeated) {
        MailDraft draft = new MailDraft().html("<p>Hello</p>" + repeated.repeat(262_000 / repeated.length()));
        MailDraft spaces =
                new MailDraft().html("<p style='border-top:" + " ".repeat(250_000) + "'>Hello</p>" + repeated);

        assertTimeout(Duration.ofSeconds(5), () -> read(draft));
        assertTimeout(Duration.ofSeconds(5), () -> read(spaces));
    }

    private static NewText read(MailDraft draft) {
        MailMessage mail = draft.message(null, List.of(), Instant.EPOCH);
        return NewText.of(new SourcedText(mail.text(), mail.origins()));
    }

    private static MailPart part() {
        return new MailPart(null, "utf-8", null, null, false);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
