package io.ticketwire.ingress.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Properties that a payload writes as a list: {@code [{"label":"Subject","value":"Help"}]} (Tally, HappyFox, SysAid,
 * Dynamics), or Typeform's answers, whose questions stand in the form's definition.
 */
final class Pairs {
    private static final int MOST = 2_000;
    private static final List<String> NAMING = List.of("label", "name", "title", "question", "fieldName", "key");
    private static final List<String> ANSWERS = List.of("text", "email", "choice", "phone_number", "date", "number");

    private final List<Map.Entry<String, JsonNode>> found = new ArrayList<>();

    private Pairs() {}

    /** @param holder the object that the list lies in; may hold a form's definition */
    static List<Map.Entry<String, JsonNode>> of(JsonNode list, JsonNode holder) {
        Pairs pairs = new Pairs();
        Map<String, String> questions = questions(holder.path("definition").path("fields"));
        for (JsonNode element : list) {
            if (pairs.found.size() >= MOST) {
                break;
            }
            pairs.add(element, questions);
        }
        if (!questions.isEmpty() && holder.path("token").isTextual()) {
            pairs.found.add(Map.entry("response_id", holder.get("token")));
        }
        return pairs.found;
    }

    private void add(JsonNode element, Map<String, String> questions) {
        String question = questions.get(element.path("field").path("id").asText());
        if (question != null) {
            ANSWERS.stream().filter(element::has).findFirst().ifPresent(answer -> put(question, element.get(answer)));
            return;
        }
        JsonNode value = element.get("value");
        for (String naming : value == null ? List.<String>of() : NAMING) {
            if (element.path(naming).isTextual()) {
                put(element.get(naming).textValue(), element.has("valueCaption") ? element : chosen(element, value));
                return;
            }
        }
    }

    private void put(String name, JsonNode value) {
        found.add(Map.entry(name.trim().indexOf(' ') > 0 ? Questions.field(name) : name, value));
    }

    /** Of a drop-down list the value is the list of the ids of what was chosen. */
    private static JsonNode chosen(JsonNode element, JsonNode value) {
        if (value.isArray() && value.size() == 1) {
            for (JsonNode option : element.path("options")) {
                if (option.path("id").equals(value.get(0)) && option.has("text")) {
                    return option.get("text");
                }
            }
        }
        return value;
    }

    private static Map<String, String> questions(JsonNode fields) {
        Map<String, String> questions = new HashMap<>();
        for (JsonNode field : fields) {
            if (questions.size() < MOST && field.path("title").isTextual()) {
                questions.put(field.path("id").asText(), field.get("title").textValue());
            }
        }
        return questions;
    }
}
