package io.ticketwire.ingress.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The parameters of a large {@code application/x-www-form-urlencoded}, one after the other, read as {@link io.ticketwire.ingress.FormBody} reads them. */
final class UrlEncodedParts {

    /** Bytes of the longest name that is kept. */
    private static final int MAX_NAME = 1_000;

    private final PushbackInputStream in;
    private Value value;
    private String name;

    UrlEncodedParts(InputStream in) {
        this.in = new PushbackInputStream(in, 2);
    }

    /** Goes to the next parameter, if there is one. */
    boolean next() throws IOException {
        if (value != null) {
            value.skipToEnd();
        }
        int first = in.read();
        while (first == '&') {
            first = in.read();
        }
        if (first < 0) {
            return false;
        }
        in.unread(first);
        Value written = new Value('=');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = written.read(); b >= 0; b = written.read()) {
            if (bytes.size() < MAX_NAME) {
                bytes.write(b);
            }
        }
        name = bytes.toString(UTF_8);
        value = new Value('&');
        return true;
    }

    String name() {
        return name;
    }

    /** To be read before the next one is asked for. */
    InputStream value() {
        return value;
    }

    /** Decoded, up to a delimiter, or to {@code &}, which is left for what follows a name. */
    private final class Value extends InputStream {
        private final char delimiter;
        private boolean over;

        Value(char delimiter) {
            this.delimiter = delimiter;
        }

        @Override
        public int read() throws IOException {
            int b = over ? -1 : in.read();
            if (b < 0 || b == delimiter || b == '&') {
                if (!over && b == '&') {
                    in.unread(b);
                }
                over = true;
                return -1;
            }
            return b == '%' ? decoded() : b == '+' ? ' ' : b;
        }

        /** A percent sign without two digits behind it is a percent sign. */
        private int decoded() throws IOException {
            int high = in.read();
            int low = high < 0 ? -1 : in.read();
            int code = Character.digit(high, 16) << 4 | Character.digit(low, 16);
            if (code >= 0) {
                return code;
            }
            unread(low);
            unread(high);
            return '%';
        }

        private void unread(int b) throws IOException {
            if (b >= 0) {
                in.unread(b);
            }
        }

        private void skipToEnd() throws IOException {
            while (read() >= 0) {
                // It is not wanted.
            }
        }
    }
}
