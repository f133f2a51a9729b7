package io.ticketwire.ingress.mail;

import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MailCharsetsTest {

    @ParameterizedTest
    @CsvSource({
        // what is said, and the larger one that is meant
        "iso-8859-1, 93 e9, “é",
        "ISO_8859-1:1987, 93 e9, “é",
        "latin1, 80, €",
        "L1, 80, €",
        "l5, f0 80, ğ€",
        "iso88599, f0, ğ",
        "gb_2312, e9 46, 镕",
        "EUC-CN, e9 46, 镕",
        "chinese, e9 46, 镕",
        "sjis, 87 40, ①",
        "iso-2022-jp, 1b 24 42 2d 21 1b 28 42, ①",
        "ksc5601, 8c 63, 똠",
        "korean, 8c 63, 똠",
        // names that the JDK has not heard of
        "macintosh, 8e, é",
        "x-mac-cyrillic, 80, А",
        "cp-850, 82, é",
        "windows1252, 80, €",
        "koi8-ru, c1, а",
        // without one that is known, UTF-8 or else Windows-1252
        "unknown-8bit, f6, ö",
        "x-unknown, c3 b6, ö",
        "'', c3 b6, ö",
        "us-ascii, f6, ö",
    })
    void textIsReadByTheCharsetThatIsMeant(String name, String bytes, String text) {
        byte[] read = HexFormat.ofDelimiter(" ").parseHex(bytes);

        assertEquals(text, MailCharsets.decode(read, name));
    }
}
