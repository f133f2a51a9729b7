package io.ticketwire.ingress.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Header text as people read it: encoded words (RFC 2047) decoded, also where they are cut within a character or are in quotes. */
final class EncodedWords {

    /**
     * One, also with blanks or question marks that should have been encoded. No other may begin in it, so that no character is
     * looked at for more than one of them.
     */
    private static final String WORD = "=\\?[^?=\\s]{1,64}+\\?[bBqQ]\\?(?:[^?=]++|=(?!\\?(?!=))|\\?(?!=))*+\\?=";

    /** What stands between two of them is no text. */
    private static final Pattern RUN = Pattern.compile(WORD + "(?:\\s*+" + WORD + ")*+");

    /** How one begins; what stands behind the asterisk is a language. */
    private static final Pattern CHARSET = Pattern.compile("=\\?([^?=\\s*]*+)(?:\\*[^?=\\s]*+)?\\?");

    private EncodedWords() {}

    /** The text itself if there are none, or none that can be decoded. Null stays null. */
    static String decoded(String text) {
        // Of what is none, Mime4j searches the rest of the text again and again: it is shown nothing else.
        return text == null || !text.contains("=?")
                ? text
                : RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(ofRun(run.group())));
    }

    private static String ofRun(String run) {
        try {
            // Mime4j takes UTF-8 for what is unknown, too, but looks it up every time.
            String known = CHARSET.matcher(run)
                    .replaceAll(
                            begin -> "=?" + (MailCharsets.isKnown(begin.group(1)) ? begin.group(1) : "utf-8") + "?");
            return DecoderUtil.decodeEncodedWords(known, DecodeMonitor.SILENT, UTF_8);
        } catch (IllegalArgumentException undecodable) {
            return run;
        }
    }
}
