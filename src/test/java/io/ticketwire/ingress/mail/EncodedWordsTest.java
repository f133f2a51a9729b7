package io.ticketwire.ingress.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class EncodedWordsTest {

    private static final int LONG = 65_536;

    /** Where reading takes time in proportion, a hundredth of it will do. */
    private static final Duration AT_ONCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain| plain",
                "=?utf-8?Q?J=C3=A4ne?=| Jäne",
                "=?UTF-8?q?J=c3=a4ne_Doe?= <x>| Jäne Doe <x>",
                "Re: =?iso-8859-1?B?SmFu6Q==?= and more| Re: Jané and more",
                "=?utf-8?Q?a?= =?utf-8?Q?b?=| ab",
                "=?utf-8?B?YQ==?==?utf-8?B?Yg==?=| ab",
                "=?utf-8?B?w6Q=?=   =?utf-8?B?w7w=?=  c| äü  c",
                "=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=| ä",
                "a =?utf-8?Q?b?=  c =?utf-8?Q?d?=| a b  c d",
                "\"=?utf-8?Q?J=C3=A4ne?=\"| \"Jäne\"",
                "=?utf-8*de?Q?J=C3=A4ne?=| Jäne",
                "=?utf-8?Q?=41?=| A",
                "=?utf-8?Q?Really? Yes?=| Really? Yes",
                "=?utf-8?Q?open =?utf-8?Q?J=C3=A4ne?=| =?utf-8?Q?open Jäne",
                "=?=?=?utf-8?Q?J=C3=A4ne?=| =?=?Jäne",
                "=?utf-8?Q?open| =?utf-8?Q?open",
                "=?utf-8?X?a?=| =?utf-8?X?a?=",
                "=?x-none?Q?=C3=A4?= =?y*en?Q?b?=| äb",
                "$1 \\ =?utf-8?Q?$1=5C?=| $1 \\ $1\\",
                // what should have been encoded, and was not
                "=?iso-8859-1?Q?Die_Fr\u00f6sche?=| Die Fr\u00f6sche",
                "=?utf-8?Q?Fr\u00f6_=F0=9F=90=B8\ud83d\udc38?=| Fr\u00f6 \ud83d\udc38\ud83d\udc38",
                "=?utf-8?Q?a=b=4?=| a=b=4",
                // the charset that is named is the small one of the one that is used, as in the text of a mail
                "=?iso-8859-1?Q?=93a=94_=80?=| \u201ca\u201d \u20ac",
                "=?gb2312?B?6UY=?=| \u9555",
                "=?ks_c_5601-1987?B?jGM=?=| \ub620",
                "=?ISO-2022-JP?B?GyRCLSEbKEI=?=| \u2460",
                "=?macintosh?Q?caf=8E?=| caf\u00e9",
                // none that is known: UTF-8 or else Windows-1252
                "=?unknown-8bit?Q?J=F6rg?=| J\u00f6rg",
                "=?unknown-8bit?Q?J=C3=B6rg?=| J\u00f6rg",
                // padding that is missing, blanks and what is no base64
                "=?utf-8?B?SsO2cmc?=| J\u00f6rg",
                "=?utf-8?B?SsO2 cmc=?=| J\u00f6rg",
                "=?utf-8?B?SsO2c?=| J\u00f6",
                "=?utf-8?B??=x| x",
            })
    void wordsAreDecodedAndWhatIsAroundThemStays(String text, String expected) {
        assertEquals(expected, EncodedWords.decoded(text));
    }

    @Test
    void nothingStaysNothing() {
        assertNull(EncodedWords.decoded(null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?",
                "=?a",
                "=?a?",
                "=?a?q?",
                "=?a?q?x",
                "=?a?q?x ",
                "=?a?q??",
                "=?a?q?=",
                "=?a?q?x=",
                "=?a?q?x?=",
                "=?utf-8?q?x?= ",
                "=?utf-8?q?x?==",
                "=?utf-8?q?x?=y",
                "=?utf-8?b?////?=",
                "=?x$0?q??= =?y?q??=",
                "=?utf-8?q?=?= ?",
                "=?\"?q?x?=,",
                "?=",
                "?q?",
                "=",
                "?",
            })
    void longTextsOfAnyKindAreReadAtOnce(String piece) {
        String repeated = piece.repeat(LONG / piece.length());
        String word = "=?utf-8?q?" + repeated;
        String last = repeated + "?=";
        String blanks = "=?utf-8?q?x?=" + " ".repeat(LONG) + repeated;

        assertTimeoutPreemptively(AT_ONCE, () -> {
            for (String text : List.of(repeated, word, last, blanks)) {
                EncodedWords.decoded(text);
                FileNames.of(text);
                MailDraft draft = new MailDraft();
                for (String header : List.of("From", "To", "Subject", "X-A", "X-B")) {
                    draft.header(header, text);
                }
                draft.message(null, List.of(), Instant.EPOCH);
            }
        });
    }

    @Test
    void longNamesOfFilesAreCutBeforeTheyAreDecoded() {
        assertEquals("a".repeat(255), FileNames.of("=?utf-8?q?" + "a".repeat(1_000) + "?="));
        assertEquals("=?utf-8?q?" + "a".repeat(245), FileNames.of("=?utf-8?q?" + "a".repeat(2_000) + "?="));
    }
}
