package io.ticketwire.ingress;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Fields of a body by which somebody could act as another: a token, a URL that takes answers. Their values are masked in
 * what is kept of a request; all other bytes stay as they were.
 */
public final class CredentialFields {

    /**
     * Where a value stands.
     *
     * @param before it
     * @param ends what ends it; else the body does
     */
    private record Place(Pattern before, List<String> ends) {

        String masked(String text) {
            Matcher matcher = before.matcher(text);
            StringBuilder masked = new StringBuilder(text.length());
            int kept = 0;
            while (kept < text.length() && matcher.find(kept)) {
                masked.append(text, kept, matcher.end()).append("***");
                kept = end(text, matcher.end());
            }
            return kept == 0 ? text : masked.append(text, kept, text.length()).toString();
        }

        private int end(String text, int from) {
            int end = text.length();
            for (String mark : ends) {
                int at = text.indexOf(mark, from);
                end = at < 0 ? end : Math.min(end, at);
            }
            return end;
        }
    }

    private final List<Place> places;

    private CredentialFields(List<Place> places) {
        this.places = places;
    }

    /** Texts under these names, anywhere in JSON, in JSON inside a form, and as fields of a form of either kind. */
    public static CredentialFields named(String... names) {
        String any = "(?:" + String.join("|", names) + ")";
        return new CredentialFields(List.of(
                new Place(Pattern.compile("\"" + any + "\"\\s*+:\\s*+\""), List.of("\"")),
                new Place(
                        Pattern.compile("%22" + any + "%22(?:%20|\\+){0,8}+%3[Aa](?:%20|\\+){0,8}+%22"),
                        List.of("%22", "&")),
                new Place(Pattern.compile("(?:^|&)" + any + "="), List.of("&")),
                new Place(Pattern.compile("; name=\"" + any + "\"\r\n\r\n"), List.of("\r\n"))));
    }

    /** The body with {@code ***} for the values. */
    byte[] masked(byte[] body) {
        // One character a byte: what is not masked comes out as it went in, whatever its encoding.
        String text = new String(body, ISO_8859_1);
        for (Place place : places) {
            text = place.masked(text);
        }
        return text.getBytes(ISO_8859_1);
    }
}
