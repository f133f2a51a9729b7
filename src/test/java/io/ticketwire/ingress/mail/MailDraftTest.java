package io.ticketwire.ingress.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class MailDraftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''| ''| bounce",
                "' '| ''| bounce",
                "<>| ''| bounce",
                "' <> '| ''| bounce",
                "MAILER-DAEMON| ''| bounce",
                "<Mailer-Daemon>| ''| bounce",
                "Jane@b.org| jane@b.org|",
                "<jane@b.org>| jane@b.org|",
                "<prvs=12345=jane@b.org>| prvs=12345=jane@b.org|",
                "jane||",
                "<root>||",
                "<a b@b.org>||",
                "@||",
            })
    void onlyAnEmptySenderIsABounce(String path, String expected, String automatic) {
        MailMessage byPath = byPath(path);
        MailMessage byEnvelope = message(new MailDraft().envelope(path, List.of()));

        assertEquals(expected, byPath.envelopeFrom());
        assertEquals(expected, byEnvelope.envelopeFrom());
        assertEquals(automatic, Automatic.of(byPath));
        assertEquals(automatic, Automatic.of(byEnvelope));
    }

    @Test
    void longAddressIsNoBounce() {
        String path = "<" + "v".repeat(250) + "@b.org>";

        assertNull(byPath(path).envelopeFrom());
        assertNull(Automatic.of(byPath(path)));
        assertNull(message(new MailDraft().envelope(path, List.of())).envelopeFrom());
    }

    @Test
    void envelopeGoesBeforeThePath() {
        MailDraft draft = new MailDraft().envelope("root", List.of());
        draft.header("Return-Path", "<jane@b.org>");

        assertNull(message(draft).envelopeFrom());
    }

    @Test
    void headersAreBoundedAndWhatComesBeforeStays() throws IOException {
        MailMessage mail = read("Subject: Hi\r\n" + "X: y\r\n".repeat(11_000) + "\r\ntext");

        assertEquals("Hi", mail.subject());
        assertNull(mail.text());
        assertEquals("text", read("X: y\r\n".repeat(9_000) + "\r\ntext").text());
    }

    @Test
    void headersOfAllPartsAreBounded() throws IOException {
        String part = "--b\r\nContent-Type: text/plain\r\n" + "X: y\r\n".repeat(7_000) + "\r\ntext\r\n";

        MailMessage mail = read("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + part.repeat(5) + "--b--");

        assertEquals("text\n\ntext", mail.text());
    }

    private static MailMessage byPath(String path) {
        MailDraft draft = new MailDraft();
        draft.header("Return-Path", path);
        return message(draft);
    }

    private static MailMessage read(String mail) throws IOException {
        MailDraft draft = new MailDraft();
        MimeMail.read(new ByteArrayInputStream(mail.getBytes(UTF_8)), draft);
        return message(draft);
    }

    private static MailMessage message(MailDraft draft) {
        return draft.message(null, List.of(), Instant.EPOCH);
    }
}
