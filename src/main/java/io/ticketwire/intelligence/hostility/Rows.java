package io.ticketwire.intelligence.hostility;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.ticketwire.intelligence.language.Language;

/** The lines of this package's resources: cells with tabs between, {@code #} before a comment. */
final class Rows {

    private Rows() {}

    static List<String[]> of(String resource) {
        try (InputStream in = Rows.class.getResourceAsStream("/intelligence/hostility/" + resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a language's words are filed under; {@code *} is all of them. */
    static long salt(String code) {
        return code.equals("*") ? 0 : salt(Language.of(code));
    }

    /** A language that has no words of its own is read as English. */
    static long salt(Language language) {
        Language known = language.ordinal() <= Language.NL.ordinal() ? language : Language.EN;
        return (known.ordinal() + 1) * 0x632be59bd9b4e019L;
    }
}
