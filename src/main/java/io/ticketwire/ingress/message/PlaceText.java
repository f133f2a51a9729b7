package io.ticketwire.ingress.message;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.text.JsonText;

/** A place as somebody would write it down. */
public final class PlaceText {

    private PlaceText() {}

    /** Name, address and coordinates, each on its line; without those that are not given. Null if nothing is. */
    public static String of(JsonNode name, JsonNode address, JsonNode latitude, JsonNode longitude) {
        String north = JsonText.line(latitude);
        String east = JsonText.line(longitude);
        return JsonText.text(Stream.of(
                        JsonText.line(name),
                        JsonText.line(address),
                        north == null || east == null ? null : north + ", " + east)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n")));
    }
}
