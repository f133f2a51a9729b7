package io.ticketwire.intelligence.phrase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table in a resource: cells with tabs between them; what begins with {@code #} and a blank is a comment. */
public final class Table {

    private Table() {}

    /** The rows of {@code intelligence/<name>}. */
    public static List<String[]> rows(String name) {
        try (InputStream in = Table.class.getResourceAsStream("/intelligence/" + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
