package io.ticketwire.intelligence.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

/** A message with its labels: an object of JSON lines with {@code text}, {@code subject} if it has one, and whatever it is labelled with. */
record Row(JsonNode fields) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /**
     * All rows of a file.
     *
     * @throws IOException with the line's number, if one is no JSON object with a text
     */
    static List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            for (String line = withoutMark(lines.readLine()); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    rows.add(parse(line, file, rows.size() + 1));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (ZipException e) {
            throw new IOException(file + " can't be unpacked: " + e.getMessage(), e);
        }
        return rows;
    }

    /** Without the mark that some editors and exports begin a file with. */
    private static String withoutMark(String line) {
        return line != null && line.startsWith(BYTE_ORDER_MARK) ? line.substring(BYTE_ORDER_MARK.length()) : line;
    }

    private static Row parse(String line, Path file, int number) throws IOException {
        try {
            JsonNode fields = Json.mapper().readTree(line);
            if (fields.path("text").isTextual()) {
                return new Row(fields);
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw new IOException(file + ": row " + number + " is no JSON object with a \"text\"");
    }

    String text() {
        return fields.path("text").textValue();
    }

    String subject() {
        return fields.path("subject").textValue();
    }

    /** As labelled, or null. */
    String language() {
        String language = fields.path("language").textValue();
        return language == null ? fields.path("lang").textValue() : language;
    }

    /** The values of a field: none, one, or several if it is an array. What is blank, null or an object is none. */
    List<String> values(String field) {
        JsonNode value = fields.path(field);
        List<String> values = new ArrayList<>();
        for (JsonNode one : value.isArray() ? value : List.of(value)) {
            if (one.isValueNode() && !one.isNull() && !one.asText().isBlank()) {
                values.add(one.asText());
            }
        }
        return values;
    }
}
