package io.ticketwire.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class AdfTextTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOCUMENT =
            """
            {"type":"doc","version":1,"content":[
             {"type":"heading","content":[{"type":"text","text":"Title"}]},
             {"type":"paragraph","content":[{"type":"text","text":"a "},{"type":"emoji","attrs":{"shortName":":smile:"}},{"type":"hardBreak"},
               {"type":"mention","attrs":{"text":"@Bo"}},{"type":"text","text":" "},{"type":"inlineCard","attrs":{"url":"https://x.example"}},
               {"type":"text","text":" "},{"type":"date","attrs":{"timestamp":"1782900000000"}}]},
             {"type":"table","content":[{"type":"tableRow","content":[
               {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"x"}]}]},
               {"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"y"}]}]}]}]},
             {"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"one"}]}]}]},
             {"type":"mediaSingle","content":[{"type":"media","attrs":{"id":"1"}}]},
             {"type":"panel","content":[{"type":"paragraph","content":[{"type":"text","text":"inside"}]}]}]}""";

    @Test
    void a_document_is_read_block_by_block() throws Exception {
        // given
        JsonNode document = JSON.readTree(DOCUMENT);
        // when
        String text = AdfText.of(document);
        // then
        assertEquals("Title\na :smile:\n@Bo https://x.example 2026-07-01\nx | y\n- one\n[attachment]\ninside", text);
    }

    @Test
    void a_document_may_come_as_a_string_of_json() {
        assertEquals(7, AdfText.ofString(DOCUMENT).lines().count());
        assertNull(AdfText.ofString("{\"type\":\"doc\""));
        assertNull(AdfText.ofString("{\"a\":\"doc\"}"));
        assertNull(AdfText.ofString("text"));
    }

    @Test
    void what_lies_deeper_than_fifty_levels_is_left_out() {
        // given
        JsonNode inner = JSON.createObjectNode().put("type", "text").put("text", "deep");
        for (int i = 0; i < 100_000; i++) {
            ObjectNode outer = JSON.createObjectNode().put("type", i == 99_999 ? "doc" : "panel");
            ArrayNode content = outer.putArray("content");
            content.add(inner);
            inner = outer;
        }
        // when
        String text = AdfText.of(inner);
        // then
        assertEquals("", text);
    }
}
