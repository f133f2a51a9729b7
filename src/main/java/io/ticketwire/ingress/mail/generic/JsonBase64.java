package io.ticketwire.ingress.mail.generic;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;

/** The bytes of a JSON text in base64, up to the quote at its end. What is no base64 in it is left out. */
final class JsonBase64 extends InputStream {

    private static final int DIGITS = 4;

    private final InputStream json;
    private boolean over;

    private JsonBase64(InputStream json) {
        this.json = json;
    }

    /** @param json from behind the quote at the text's beginning */
    static InputStream decoded(InputStream json) {
        return new Base64InputStream(new JsonBase64(new BufferedInputStream(json)), DecodeMonitor.SILENT);
    }

    /** The next character; all that base64 has are single bytes. */
    @Override
    public int read() throws IOException {
        int next = over ? -1 : json.read();
        if (next == '"' || next < 0) {
            over = true;
            return -1;
        }
        return next == '\\' ? escaped() : next;
    }

    /** Some writers escape the slash, some the plus and the equals sign. */
    private int escaped() throws IOException {
        int next = json.read();
        if (next != 'u') {
            return next == '/' ? next : ' ';
        }
        int code = 0;
        for (int i = 0; i < DIGITS; i++) {
            code = code << DIGITS | Math.max(0, Character.digit(json.read(), 16));
        }
        return code < 128 ? code : ' ';
    }
}
