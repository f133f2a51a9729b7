package io.ticketwire.ingress.message;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ticketwire.text.JsonText;

/** A place that somebody sent. */
public final class Location {

    private Location() {}

    /** What a person would write of it: its name, its address and its coordinates, each on its line; null if nothing is known. */
    public static String text(String name, String address, String latitude, String longitude) {
        String coordinates = latitude == null || longitude == null ? null : latitude + ", " + longitude;
        return JsonText.text(
                Stream.of(name, address, coordinates).filter(Objects::nonNull).collect(Collectors.joining("\n")));
    }
}
