package io.ticketwire.platform;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One text or several: in JSON a text or a list of texts.
 *
 * @param all may hold nulls, as JSON may
 */
public record Texts(@JsonValue List<String> all) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Texts {}

    /** A single one. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Texts of(String one) {
        return new Texts(List.of(one));
    }
}
