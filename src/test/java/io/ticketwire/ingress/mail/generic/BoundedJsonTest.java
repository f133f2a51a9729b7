package io.ticketwire.ingress.mail.generic;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class BoundedJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\"",
                "7",
                "1.5",
                "true",
                "null",
                "[]",
                "{}",
                "[\"a\",{\"name\":\"A\",\"email\":\"a@example.com\"}]",
                "{\"X\":\"1\",\"Y\":[\"2\",3,null]}",
            })
    void whatAMailHasIsKept(String json) throws IOException {
        assertEquals(Json.tree(json), read(json));
    }

    @Test
    void manyValuesAreCut() throws IOException {
        assertEquals(4_999, read("[" + "1,".repeat(100_000) + "1]").size());
        assertEquals(
                4_998,
                read("{\"x\":[" + "\"a\",".repeat(100_000) + "1]}").path("x").size());
    }

    @Test
    void longTextsAreCut() throws IOException {
        JsonNode texts = read("[\"" + "a".repeat(200_000) + "\",\"" + "b".repeat(200_000) + "\",\"c\"]");

        assertEquals(2, texts.size());
        assertEquals(
                262_144,
                texts.path(0).asText().length() + texts.path(1).asText().length());
    }

    @Test
    void longNamesAreCut() throws IOException {
        String member = "\"" + "n".repeat(40_000) + "%d\":1,";
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 20; i++) {
            json.append(member.formatted(i));
        }

        assertTrue(read(json.append("\"x\":1}").toString()).size() < 10);
    }

    @Test
    void whatIsNestedTooDeeplyIsLeftOut() throws IOException {
        assertEquals(Json.tree("{\"a\":[{}]}"), read("{\"a\":[{\"b\":[1]},[2]]}".replace(",[2]", "")));
    }

    private static JsonNode read(String json) throws IOException {
        try (JsonParser parser = Json.mapper().createParser(json)) {
            parser.nextToken();
            JsonNode value = BoundedJson.read(parser);
            assertNull(parser.nextToken());
            return value;
        }
    }
}
