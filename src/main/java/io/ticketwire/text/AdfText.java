package io.ticketwire.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.StringJoiner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Plain text of an Atlassian document (ADF), the form in which Jira's REST API v3 gives descriptions and comments:
 * {@code {"type":"doc","version":1,"content":[...]}}, see developer.atlassian.com, "Atlassian Document Format". Unknown
 * nodes give the text of their children. What lies deeper than 50 levels or beyond 20,000 nodes is left out.
 */
public final class AdfText {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_NODES = 20_000;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .build();

    private final StringBuilder text = new StringBuilder();
    private int nodes;

    private AdfText() {}

    public static boolean isDocument(JsonNode node) {
        return node != null
                && node.isObject()
                && "doc".equals(node.path("type").textValue())
                && node.path("content").isArray();
    }

    /** Text of a document, see {@link #isDocument}. */
    public static String of(JsonNode document) {
        AdfText walk = new AdfText();
        walk.children(document, 0);
        return CleanText.tidyLines(CleanText.clean(walk.text.toString()));
    }

    /** Text of a document that arrives as a string of JSON; null if the string is anything else. */
    public static String ofString(String json) {
        if (!json.startsWith("{") || !json.contains("\"doc\"")) {
            return null;
        }
        try {
            JsonNode document = JSON.readTree(json);
            return isDocument(document) ? of(document) : null;
        } catch (JsonProcessingException notAdf) {
            return null;
        }
    }

    private void children(JsonNode node, int depth) {
        if (depth >= MAX_DEPTH) {
            return;
        }
        for (JsonNode child : node.path("content")) {
            if (++nodes > MAX_NODES) {
                return;
            }
            append(child, depth + 1);
        }
    }

    private void append(JsonNode node, int depth) {
        JsonNode attrs = node.path("attrs");
        switch (node.path("type").asText()) {
            case "text" -> text.append(node.path("text").asText());
            case "hardBreak" -> text.append('\n');
            case "mention" -> text.append(attrs.path("text").asText());
            case "emoji" ->
                text.append(attrs.path("text").asText(attrs.path("shortName").asText()));
            case "inlineCard", "blockCard", "embedCard" ->
                text.append(attrs.path("url").asText());
            case "date" -> text.append(date(attrs.path("timestamp").asText()));
            case "media", "mediaInline" -> text.append("[attachment]");
            case "paragraph", "heading", "codeBlock", "blockquote", "rule", "mediaSingle", "mediaGroup" -> {
                children(node, depth);
                endLine();
            }
            case "listItem", "taskItem", "decisionItem" -> {
                text.append("- ");
                children(node, depth);
                endLine();
            }
            case "tableRow" -> row(node, depth);
            default -> children(node, depth);
        }
    }

    private void row(JsonNode node, int depth) {
        StringJoiner cells = new StringJoiner(" | ");
        for (JsonNode cell : node.path("content")) {
            if (++nodes > MAX_NODES) {
                break;
            }
            int start = text.length();
            children(cell, depth + 1);
            cells.add(CleanText.oneLine(text.substring(start)));
            text.setLength(start);
        }
        text.append(cells).append('\n');
    }

    private void endLine() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }

    private static String date(String milliseconds) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(milliseconds)).toString().substring(0, 10);
        } catch (NumberFormatException | DateTimeException noDate) {
            return milliseconds;
        }
    }
}
