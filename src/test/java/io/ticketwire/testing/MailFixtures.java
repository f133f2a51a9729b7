package io.ticketwire.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.Reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The mails under {@code fixtures/mail/<type>}: {@code <case>.eml} as it is, {@code <case>.multipart} as a form whose boundary
 * is {@code xYzZY}; with line feeds, which become what travels. Beside each, {@code <case>.expected.json}: the reading as
 * {@link Readings#json} writes it, with what is attached.
 */
public record MailFixtures(String type) {

    public static final Instant RECEIVED_AT = Instant.parse("2026-11-21T09:00:00Z");
    private static final String EXPECTED = ".expected.json";

    /** The files as they were sent, by name. */
    public List<String> mails() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Callback request(String mail) {
        return request(mail, bytes(mail));
    }

    /** A mail of this kind with other bytes. */
    public Callback request(String mail, byte[] bytes) {
        return mail.endsWith(".eml")
                ? Callback.of(bytes).mediaType("message/rfc822").receivedAt(RECEIVED_AT)
                : Callback.of(bytes)
                        .mediaType("multipart/form-data")
                        .header("Content-Type", "multipart/form-data; boundary=xYzZY")
                        .receivedAt(RECEIVED_AT);
    }

    public byte[] bytes(String mail) {
        String text = new String(file(mail), ISO_8859_1);
        return text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(ISO_8859_1);
    }

    public JsonNode expected(String mail) {
        return Json.read(file(mail.substring(0, mail.lastIndexOf('.')) + EXPECTED), JsonNode.class);
    }

    /** A reading with the attachments that go to the store. */
    public static JsonNode json(Reading reading) {
        ObjectNode json = (ObjectNode) Readings.json(reading);
        if (reading instanceof Reading.Events events && !events.attachments().isEmpty()) {
            ArrayNode stored = json.putArray("stored");
            try {
                events.attachments().writeTo((id, filename, mediaType, bytes) -> {
                    ByteArrayOutputStream all = new ByteArrayOutputStream();
                    bytes.transferTo(all);
                    stored.add(id + " " + filename + " " + mediaType + " " + all.toString(UTF_8));
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return json;
    }

    public static void assertFit(Reading reading) {
        Readings.assertFit(reading);
    }

    private Path folder() {
        return Path.of("src/test/resources/fixtures/mail", type);
    }

    private byte[] file(String name) {
        try {
            return Files.readAllBytes(folder().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
