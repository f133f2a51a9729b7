package io.ticketwire.ingress.mail;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Header text as people read it: encoded words (RFC 2047) decoded, also where they are cut within a character or are in quotes. */
final class EncodedWords {

    private EncodedWords() {}

    /** The text itself if there are none, or none that can be decoded. Null stays null. */
    static String decoded(String text) {
        if (text == null || !text.contains("=?")) {
            return text;
        }
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT, UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return text;
        }
    }
}
