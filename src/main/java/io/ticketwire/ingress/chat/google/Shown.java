package io.ticketwire.ingress.chat.google;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.JsonText;

/** What a token says, for a person to read. */
final class Shown {

    private Shown() {}

    static String of(JsonNode value) {
        String line = JsonText.line(value);
        return line == null ? "nobody" : line;
    }
}
