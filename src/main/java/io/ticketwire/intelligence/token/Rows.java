package io.ticketwire.intelligence.token;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rows of a word list in a resource: cells with tabs between them; a line that begins with {@code #} is a comment. */
public final class Rows {

    private Rows() {}

    /** The rows of {@code intelligence/<name>}, in UTF-8. */
    public static List<String[]> of(String name) {
        try (InputStream in = Rows.class.getResourceAsStream("/intelligence/" + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
