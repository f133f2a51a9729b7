package io.ticketwire.local.inspect;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;

import io.ticketwire.event.Json;

/**
 * A bin as a page; the template is {@code templates/InspectorPage.html}.
 *
 * @param nonce lets the page's own style and script run, and no other
 */
record InspectorPage(String bin, List<Card> cards, String nonce) implements TemplateInstance {

    private static final int MAX_SHOWN = 20_000;

    /**
     * One request.
     *
     * @param tone the class of its badge: valid, invalid or unknown
     * @param title the event it carries, or its path
     */
    public record Card(
            long number,
            String time,
            String method,
            String path,
            String title,
            String attempt,
            String tone,
            String signature,
            Set<Map.Entry<String, String>> headers,
            String body) {}

    static InspectorPage of(String bin, List<ReceivedRequest> newestFirst, String nonce) {
        return new InspectorPage(
                bin, newestFirst.stream().map(InspectorPage::card).toList(), nonce);
    }

    private static Card card(ReceivedRequest request) {
        Boolean valid = request.signature().valid();
        return new Card(
                request.number(),
                Json.time(request.receivedAt()),
                request.method(),
                request.path(),
                request.headers().getOrDefault("X-Webhook-Event", request.path()),
                request.headers().getOrDefault("X-Webhook-Attempt", ""),
                valid == null ? "unknown" : valid ? "valid" : "invalid",
                request.signature().words(),
                request.headers().entrySet(),
                pretty(request));
    }

    private static String pretty(ReceivedRequest request) {
        JsonNode json = Inspection.json(request.body());
        String text = json == null ? request.text() : json.toPrettyString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\n… the rest is in the JSON answer";
    }
}
