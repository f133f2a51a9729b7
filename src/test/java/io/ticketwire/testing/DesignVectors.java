package io.ticketwire.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The signature vectors of messaging and mail providers that the design has collected: {@code vectors/messaging.json}. */
public final class DesignVectors {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("sendgrid-event", "sendgrid"),
            Map.entry("sendgrid-inbound", "sendgrid_inbound"),
            Map.entry("mailgun", "mailgun"),
            Map.entry("aws-ses-sns", "ses"),
            Map.entry("twilio-sms", "twilio"),
            Map.entry("twilio-whatsapp", "twilio"),
            Map.entry("meta-whatsapp", "whatsapp"),
            Map.entry("messagebird-jwt", "messagebird"),
            Map.entry("messagebird-legacy", "messagebird"),
            Map.entry("bird", "bird"),
            Map.entry("vonage-messages", "vonage"),
            Map.entry("vonage-sms", "vonage_sms"),
            Map.entry("plivo", "plivo"),
            Map.entry("gupshup", "gupshup"),
            Map.entry("generic-email", "email"));

    private DesignVectors() {}

    /**
     * One of them.
     *
     * @param accepted whether the signature is right
     * @param headers in pairs
     */
    public record Case(
            String id,
            String name,
            String type,
            boolean accepted,
            String method,
            URI url,
            byte[] body,
            List<String> headers,
            Map<String, Object> credentials) {

        /** What a connector for it is made of, beside name and type; times are of no account. */
        public Map<String, Object> connector() {
            Map<String, Object> connector = new HashMap<>(Map.of("credentials", credentials));
            connector.put("public_url", url.toString().replaceFirst("\\?.*", ""));
            if (!List.of("whatsapp", "twilio", "plivo", "gupshup").contains(type)) {
                connector.put("settings", new HashMap<>(Map.of("replay_window", "PT0S")));
            }
            return connector;
        }

        /** With another first letter of its body, or with a letter more if there is none; of a GET, with a parameter more. */
        public Case forged() {
            byte[] other = body.length == 0 ? new byte[0] : body.clone();
            if (other.length > 0) {
                other[other.length / 2] ^= 1;
            }
            URI elsewhere =
                    body.length > 0 ? url : URI.create(url + (url.getRawQuery() == null ? "?" : "&") + "forged=1");
            return new Case(id, name, type, false, method, elsewhere, other, headers, credentials);
        }

        @Override
        public String toString() {
            return id + " " + type + ", " + name;
        }
    }

    public static List<Case> all() {
        try {
            JsonNode cases =
                    Json.mapper().readTree(Files.readAllBytes(Path.of("src/test/resources/vectors/messaging.json")));
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(DesignVectors::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(JsonNode vector) {
        List<String> headers = new ArrayList<>();
        vector.path("headers").fields().forEachRemaining(header -> {
            headers.add(header.getKey());
            headers.add(header.getValue().textValue());
        });
        Map<String, Object> credentials = new HashMap<>();
        vector.path("secret").fields().forEachRemaining(secret -> {
            if (!secret.getKey().equals("certs")) {
                credentials.put(secret.getKey(), Json.mapper().convertValue(secret.getValue(), Object.class));
            }
        });
        return new Case(
                vector.path("id").textValue(),
                vector.path("name").textValue(),
                TYPES.get(vector.path("provider").textValue()),
                vector.path("expected").textValue().equals("accept"),
                vector.path("method").textValue(),
                URI.create(vector.path("url").textValue()),
                vector.path("body").textValue().getBytes(UTF_8),
                headers,
                credentials);
    }
}
