package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The payloads under {@code fixtures/<provider>}: {@code <case>.json} as it was sent, {@code <case>.form} if it is a form,
 * {@code <case>.payload.json} if it is what stands in the form's {@code payload}; with {@code <case>.expected.json} beside
 * it, the reading as {@link Readings#json} writes it.
 *
 * @param receivedAt when all of them arrive
 */
public record ProviderFixtures(String provider, Instant receivedAt) {

    private static final String EXPECTED = ".expected.json";
    private static final String PAYLOAD = ".payload.json";
    private static final String FORM = ".form";

    /** Those of a provider, arriving in November 2026. */
    public static ProviderFixtures of(String provider) {
        return new ProviderFixtures(provider, Instant.parse("2026-11-21T09:00:00Z"));
    }

    /** The files as they were sent, by name. */
    public List<String> payloads() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Callback request(String payload) {
        return payload.endsWith(FORM) ? form(bytes(payload)) : request(payload, bytes(payload));
    }

    /** The reading that is expected of a payload. */
    public JsonNode expected(String payload) {
        String end = payload.endsWith(PAYLOAD) ? PAYLOAD : payload.substring(payload.lastIndexOf('.'));
        return Json.read(bytes(payload.substring(0, payload.length() - end.length()) + EXPECTED), JsonNode.class);
    }

    /** The payloads with one value after the other replaced by one of every type, or left out. */
    public Stream<Callback> mutants() {
        return payloads().stream()
                .flatMap(payload -> payload.endsWith(FORM)
                        ? Mutants.ofForm(bytes(payload)).stream().map(this::form)
                        : json(payload)
                                .flatMap(json -> Mutants.of(json).stream())
                                .map(mutant -> request(payload, Json.bytes(mutant))));
    }

    private Stream<JsonNode> json(String payload) {
        try {
            return Stream.of(Json.read(bytes(payload), JsonNode.class));
        } catch (UncheckedIOException brokenOnPurpose) {
            return Stream.empty();
        }
    }

    private Callback request(String payload, byte[] json) {
        return payload.endsWith(PAYLOAD)
                ? form(("payload=" + URLEncoder.encode(new String(json, UTF_8), UTF_8)).getBytes(UTF_8))
                : Callback.of(json).receivedAt(receivedAt);
    }

    private Callback form(byte[] form) {
        return Callback.of(form).mediaType("application/x-www-form-urlencoded").receivedAt(receivedAt);
    }

    private Path folder() {
        return Path.of("src/test/resources/fixtures", provider);
    }

    private byte[] bytes(String file) {
        try {
            return Files.readAllBytes(folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
