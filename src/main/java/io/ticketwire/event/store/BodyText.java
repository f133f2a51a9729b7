package io.ticketwire.event.store;

import java.util.Arrays;
import java.util.Base64;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Bytes as text.
 *
 * @param encoding {@code utf-8}, or {@code base64} if they are no UTF-8
 */
record BodyText(String text, String encoding) {
    static BodyText of(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        return Arrays.equals(text.getBytes(UTF_8), bytes)
                ? new BodyText(text, "utf-8")
                : new BodyText(Base64.getEncoder().encodeToString(bytes), "base64");
    }
}
