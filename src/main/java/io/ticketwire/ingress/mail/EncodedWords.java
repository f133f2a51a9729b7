package io.ticketwire.ingress.mail;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Header text as people read it: encoded words (RFC 2047) decoded, also where they are cut within a character or are in quotes. */
final class EncodedWords {

    /**
     * One, also with blanks or question marks that should have been encoded. No other may begin in it, so that no character is
     * looked at for more than one of them.
     */
    private static final String WORD = "=\\?[^?=\\s]{1,64}+\\?[bBqQ]\\?(?:[^?=]++|=(?!\\?(?!=))|\\?(?!=))*+\\?=";

    /** What stands between two of them is no text. */
    private static final Pattern RUN = Pattern.compile(WORD + "(?:\\s*+" + WORD + ")*+");

    /** The parts of one; what stands behind the asterisk of a charset is a language. */
    private static final Pattern PARTS = Pattern.compile(
            "=\\?([^?=\\s*]*+)(?:\\*[^?=\\s]*+)?\\?([bBqQ])\\?((?:[^?=]++|=(?!\\?(?!=))|\\?(?!=))*+)\\?=");

    private static final Pattern NOT_BASE64 = Pattern.compile("[^A-Za-z0-9+/]++");

    private EncodedWords() {}

    /** The text itself if there are none. Null stays null. */
    static String decoded(String text) {
        return text == null || !text.contains("=?")
                ? text
                : RUN.matcher(text).replaceAll(run -> Matcher.quoteReplacement(ofRun(run.group())));
    }

    /** Words of one charset that follow each other are one text: some programs cut them within a character. */
    private static String ofRun(String run) {
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        Matcher word = PARTS.matcher(run);
        while (word.find()) {
            if (!word.group(1).equalsIgnoreCase(charset)) {
                text.append(MailCharsets.decode(bytes.toByteArray(), charset));
                bytes.reset();
                charset = word.group(1);
            }
            boolean base64 = word.group(2).equalsIgnoreCase("B");
            bytes.writeBytes(base64 ? base64(word.group(3)) : quoted(word.group(3), charset));
        }
        return text.append(MailCharsets.decode(bytes.toByteArray(), charset)).toString();
    }

    private static byte[] base64(String word) {
        String plain = NOT_BASE64.matcher(word).replaceAll("");
        // A character alone says nothing.
        return Base64.getDecoder().decode(plain.substring(0, plain.length() - (plain.length() % 4 == 1 ? 1 : 0)));
    }

    /** What should have been encoded, and was not, is in the charset of the others. */
    private static byte[] quoted(String word, String charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int high = c == '=' && i + 2 < word.length() ? Character.digit(word.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(word.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c == '_' ? ' ' : c);
            } else {
                int end = word.offsetByCodePoints(i, 1);
                bytes.writeBytes(MailCharsets.encode(word.substring(i, end), charset));
                i = end - 1;
            }
        }
        return bytes.toByteArray();
    }
}
