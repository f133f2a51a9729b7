package io.ticketwire.ingress.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.ingress.FormBody;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.mail.generic.AnyMailProvider;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** The small readers that mails are read with: addresses, dates, parameters, names of files, charsets, forms. */
class MailPartsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jane@example.com| null jane@example.com",
                "Jane@EXAMPLE.com | null jane@example.com",
                "<jane@example.com>| null jane@example.com",
                "\"Doe, Jane\" <jane@example.com>| Doe, Jane jane@example.com",
                "Doe, Jane <jane@example.com>| Doe, Jane jane@example.com",
                "\"J \\\"JD\\\" Doe\" <jane@example.com>| J \"JD\" Doe jane@example.com",
                "jane@example.com (Jane Doe)| Jane Doe jane@example.com",
                "'jane@example.com'| null jane@example.com",
                "o'brien@example.com| null o'brien@example.com",
                "\"a b\"@example.com| null \"a b\"@example.com",
                "mailto:jane@example.com| null jane@example.com",
                "root@localhost| null root@localhost",
                "=?utf-8?Q?Doe=2C_J=C3=A4ne?= <jane@example.com>| Doe, Jäne jane@example.com",
                "\"=?utf-8?Q?J=C3=A4ne?=\" <jane@example.com>| Jäne jane@example.com",
                "\"jane@example.com\" <real@example.org>| jane@example.com real@example.org",
                "Team: a@example.com, b@example.com;| null a@example.com; null b@example.com",
                "a@example.com; b@example.com| null a@example.com; null b@example.com",
                "\"open <jane@example.com>| \"open jane@example.com",
                "undisclosed-recipients:;| ``",
                "nobody| ``",
                "<>| ``",
                "jane@| ``",
                "@example.com| ``",
                "a b@example.com <| ``",
                // RFC 5322, appendix A.5 and A.6: comments anywhere, routes of before 1982, blanks around dots
                "Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>| Pete pete@silly.test",
                "Jane <@node.test,@other.test:jane@example.com>| Jane jane@example.com",
                "jane @ mail . example . com| null jane@mail.example.com",
                "Jane <jane @mail. example.com (home)>| Jane jane@mail.example.com",
                "Mr. jane@example.com| ``",
                // cut or forgotten
                "Jane <jane@example.com| Jane jane@example.com",
                "Doe, Jane <jane@example.com, bob@example.com| Doe, Jane jane@example.com; null bob@example.com",
                "jane@example.com (x < y)| x < y jane@example.com",
            })
    void addressesAreReadAsTheyAreWritten(String header, String expected) {
        List<String> read = MailAddresses.parse(header).stream()
                .map(address -> address.name() + " " + address.email())
                .toList();

        assertEquals(expected, String.join("; ", read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", " .", "b ", "@"})
    void longAddressesAreReadInReasonableTime(String piece) {
        String address = "a@" + piece.repeat(500 / piece.length()) + ",";
        String header = address.repeat(5_000_000 / address.length());

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> MailAddresses.parse(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "\"", "<", ",", "a@b ", "\\", " ", "=?utf-8?Q?", "((\"<", "x <a@b.c>, "})
    void longHeadersAreReadInReasonableTime(String piece) {
        String header = piece.repeat(16_384 / piece.length());

        MailAddresses.parse(header);
        HeaderValue.of("a; b=" + header);
        RawHeaders.of("To: " + header);
        MailDates.of(header, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 11 Oct 2017 18:31:04 -0700 (PDT)| 2017-10-12T01:31:04Z",
                "11 Oct 2017 18:31 GMT| 2017-10-11T18:31:00Z",
                "Wed,11 Oct 17 18:31:04 EST| 2017-10-11T23:31:04Z",
                "Wed, 11 October 2017 18:31:60 +0000| 2017-10-11T18:31:59Z",
                "Wed, 1 Oct 2017 8:31:04 +0530| 2017-10-01T03:01:04Z",
                "Wed, 11 Oct 2017 18:31:04| 2017-10-11T18:31:04Z",
                "Wed, 11 Oct 2017 18:31:04 GMT+0200| 2017-10-11T16:31:04Z",
                "2017-10-11T18:31:04.5Z| 2017-10-11T18:31:04.500Z",
                "Wed, 11 Oct 1999 18:31:04 +0000|",
                "Wed, 11 Oct 2030 18:31:04 +0000|",
                "Wed, 31 Feb 2017 18:31:04 +0000|",
                "Wed, 11 Oct 2017 25:31:04 +0000|",
                "Wed, 11 Oct 2017 18:31:04 +9900|",
                "Wed, 11 Foo 2017 18:31:04 +0000|",
                "yesterday|",
            })
    void datesAreReadAsTheyAreWritten(String header, Instant expected) {
        assertEquals(expected, MailDates.of(header, NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a; p=x| x",
                "a; P = \"x y\" ; q=z| x y",
                "a; p=\"x;y\"; q=z| x;y",
                "a; p=x y.txt; q=z| x y.txt",
                "a; p=\"x| \"x",
                "a; p=first; p=second| first",
                "a; p*=UTF-8''%e2%82%ac%20x| € x",
                "a; p=plain; p*=UTF-8''better| better",
                "a; p*0=ab; p*1=cd| abcd",
                "a; p*1=cd; p*0=\"a b\"| a bcd",
                "a; p*0*=utf-8'en'%C3; p*1*=%BC; p*2=%41| ü%41",
                "a; p*=%ZZ| %ZZ",
                "a;;;p=x| x",
                "a; q=x|",
            })
    void parametersAreReadAsTheyAreWritten(String header, String expected) {
        assertEquals(expected, HeaderValue.of(header).parameter("p"));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-8, true",
        "UTF8, true",
        "iso-8859-1, false",
        "us-ascii, true",
        "'', true",
        "x-none, true",
        "\u0000, true"
    })
    void charsetThatSaysNothingIsUtf8IfTheBytesAre(String charset, boolean utf8) {
        assertEquals(utf8 ? "ü" : "Ã¼", MailCharsets.decode("ü".getBytes(UTF_8), charset));
    }

    @Test
    void charsetsThatNobodyKnowsTakeNoTime() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int i = 0; i < 400_000; i++) {
                MailCharsets.decode(new byte[] {'a'}, "x-none-" + i);
            }
        });
    }

    @Test
    void descriptionsOfPartsThatNeverEndTakeNoTime() {
        String part = "--b\r\nContent-Type: text/plain; a=\"" + "\"".repeat(200_000) + "\r\n\r\nx\r\n";
        String mail = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + part.repeat(50) + "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b--\r\n";

        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> new AnyMailProvider()
                .read(Callback.of(mail).mediaType("message/rfc822").get(), ConnectorExample.of("email")));

        assertInstanceOf(Reading.Events.class, reading);
    }

    @Test
    void textThatIsCutWithinACharacterIsStillUtf8() {
        byte[] cut = {'a', (byte) 0xC3};

        assertEquals("a", MailCharsets.decode(cut, null, true));
        assertEquals("a\u00C3", MailCharsets.decode(cut, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/", "a\\", "/", "\u0000", "a/\u0000.", "a\\.."})
    void namesThatMeanNoFileAreNone(String name) {
        assertNull(FileNames.of(name));
    }

    @Test
    void largeFormsAreReadAsSmallOnes() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder form = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                form.append("ab=&%2+1f\u00fc".charAt(random.nextInt(10)));
            }
            byte[] body = form.toString().getBytes(UTF_8);

            assertEquals(((FormBody.Parsed) FormBody.of(body)).parameters(), large(body), form.toString());
        }
    }

    private static List<FormBody.Parameter> large(byte[] body) throws IOException {
        List<FormBody.Parameter> parameters = new ArrayList<>();
        MailForm.read(
                Callback.of(body).mediaType(MailForm.URL_ENCODED).get(),
                (part, bytes) ->
                        parameters.add(new FormBody.Parameter(part.name(), new String(bytes.readAllBytes(), UTF_8))));
        return parameters;
    }

    @Test
    void filesOfAFormAreTheBytesThatWereSent() throws IOException {
        byte[] file = new byte[100_000];
        new Random(3).nextBytes(file);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"\r\n\r\n".getBytes(UTF_8));
        form.writeBytes(file);
        form.writeBytes("\r\n--b--".getBytes(StandardCharsets.US_ASCII));

        List<byte[]> read = new ArrayList<>();
        MailForm.read(
                Callback.of(form.toByteArray())
                        .mediaType(MailForm.MULTIPART)
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .get(),
                (part, bytes) -> read.add(bytes.readAllBytes()));

        assertEquals(1, read.size());
        assertArrayEquals(file, read.get(0));
    }
}
