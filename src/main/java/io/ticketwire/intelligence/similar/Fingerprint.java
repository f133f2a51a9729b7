package io.ticketwire.intelligence.similar;

import java.nio.ByteBuffer;

import io.ticketwire.platform.Sha256;

/** The SHA-256 of all of a text's letters and digits: without case, punctuation and white space. Equal only for the same words. */
record Fingerprint(long first, long second, long third, long fourth) {

    static Fingerprint of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean apart = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSaid(c)) {
                if (apart && !plain.isEmpty()) {
                    plain.append(' ');
                }
                plain.append(Character.toLowerCase(c));
                apart = false;
            } else {
                apart = true;
            }
        }
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(plain.toString()));
        return new Fingerprint(hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong());
    }

    private static boolean isSaid(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
        }
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.SURROGATE
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
