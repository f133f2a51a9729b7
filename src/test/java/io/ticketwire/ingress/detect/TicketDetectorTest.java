package io.ticketwire.ingress.detect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.ticket.TicketReading;
import io.ticketwire.ingress.ticket.Values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TicketDetectorTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1                                   | no_object
            "ticket"                            | no_object
            null                                | no_object
            true                                | no_object
            1e999999                            | no_object
            []                                  | empty_array
            {}                                  | empty_object
            [1,2,null,[]]                       | no_ticket
            {"a":1}                             | no_ticket
            {"ticket":{}}                       | no_ticket
            {"ticket":"4711"}                   | no_ticket
            {"tickets":[]}                      | no_ticket
            {"id":"5"}                          | no_ticket
            {"event":"release","id":1,"subject":"x","description":"y"} | not_about_a_ticket
            {"event":"company.updated","data":[{"id":1,"subject":"x","description":"y"}]} | not_about_a_ticket
            {"type":"user.created","data":{"id":1,"title":"x","status":"open"}} | not_about_a_ticket
            {"event":"updated.deal","current":{"id":1,"title":"x","status":"open"}} | not_about_a_ticket
            {"id":1,"object":"invoice","status":"open","description":"x"} | not_about_a_ticket
            {"id":1,"number":"1","status":"open","note":"x","line_items":[{"id":2}]} | not_about_a_ticket
            {"payload":{"ChangeEventHeader":{"entityName":"Contact","recordIds":["1"]},"Title":"x","Status":"y"}} | not_about_a_ticket
            {"action":"created","label":{"id":1,"name":"x","description":"y"}} | no_ticket
            {"id":1,"name":"x","description":"y","status":"open"} | no_ticket
            """)
    void what_is_no_ticket_is_nothing_with_a_reason(String payload, String reason) throws Exception {
        // given
        JsonNode root = JSON.readTree(payload);
        // when
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        // then
        assertEquals(
                reason,
                assertInstanceOf(TicketDetector.Nothing.class, detection).reason());
    }

    @Test
    void javas_null_is_nothing() {
        assertInstanceOf(TicketDetector.Nothing.class, TicketDetector.detect(null, NOW));
    }

    @Test
    void five_thousand_elements_are_refused_as_a_whole() {
        // given
        ArrayNode root = JSON.createArrayNode();
        for (int i = 0; i < 5_000; i++) {
            root.addObject().put("id", i).put("subject", "s").put("status", "open");
        }
        // when
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        // then
        assertEquals("batch_too_large", ((TicketDetector.Nothing) detection).reason());
    }

    @Test
    void a_thousand_elements_are_read_each() {
        // given
        ArrayNode tickets = JSON.createArrayNode();
        for (int i = 0; i < 1_000; i++) {
            tickets.addObject().put("id", i).put("subject", "s");
        }
        JsonNode root = JSON.createObjectNode().set("issues", tickets);
        // when
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        // then
        assertEquals(1_000, ((TicketDetector.Tickets) detection).tickets().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            12                       | 12
            12.0                     | 12
            9007199254740993         | 9007199254740993
            123456789012345678901234567890 | 123456789012345678901234567890
            " 12 "                   | 12
            "AB-1"                   | AB-1
            {"value":"77"}           | 77
            12.5                     |
            1e999999                 |
            1e300                    |
            1e20                     |
            true                     |
            {"a":1}                  |
            [1]                      |
            "-"                      |
            "null"                   |
            "{{ticket.id}}"          |
            """)
    void an_id_is_text_or_a_whole_number_digit_by_digit(String id, String expected) throws Exception {
        // given
        JsonNode root = JSON.readTree("{\"ticket\":{\"subject\":\"s\",\"id\":" + id + "}}");
        // when
        TicketReading ticket = only(root);
        // then
        assertEquals(expected, ticket.externalId());
    }

    @Test
    void huge_decimals_cost_nothing_and_are_no_ids() throws Exception {
        // given
        JsonMapper exact = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        JsonNode root = exact.readTree(
                "{\"ticket\":{\"subject\":\"s\",\"id\":1e999999,\"created_at\":1e-999999,\"status\":-1e2147483000}}");
        // when
        TicketReading ticket = only(root);
        // then
        assertNull(ticket.externalId());
        assertNull(ticket.rawStatus());
        assertTrue(ticket.warnings().contains("unusable_number: id"));
    }

    @Test
    void a_decimal_kept_exactly_may_be_a_big_id() {
        // given
        JsonNode id = JsonNodeFactory.instance.numberNode(new BigDecimal("90071992547409931.0"));
        // when
        String text = new Values().id(id);
        // then
        assertEquals("90071992547409931", text);
    }

    @Test
    void fields_are_bounded_and_say_so() throws Exception {
        // given
        ObjectNode ticket = JSON.createObjectNode();
        ticket.put("id", "9".repeat(256)).put("subject", "s".repeat(999) + "\uD83D\uDE00");
        ticket.put("description", "d".repeat(1 << 20)).put("url", "https://x.example/" + "u".repeat(3_000));
        ArrayNode tags = ticket.putArray("tags");
        for (int i = 0; i < 5_000; i++) {
            tags.add("t" + i + "x".repeat(200));
        }
        // when
        TicketReading reading = only(JSON.createObjectNode().set("ticket", ticket));
        // then
        assertNull(reading.externalId());
        assertEquals("s".repeat(999), reading.subject());
        assertEquals(65_536, reading.description().length());
        assertNull(reading.url());
        assertEquals(100, reading.tags().size());
        assertEquals(100, reading.tags().get(0).length());
        assertTrue(reading.warnings()
                .containsAll(
                        List.of("too_long: id", "cut: subject", "cut: description", "too_long: url", "cut: tags")));
    }

    @Test
    void what_a_database_cannot_hold_never_comes_out() {
        // given
        String bad = "a\u0000b\uD800c\uDC00d\u0007e\uD83D\uDE00";
        ObjectNode ticket = JSON.createObjectNode();
        for (String key : new String[] {
            "id",
            "subject",
            "description",
            "status",
            "priority",
            "customer_name",
            "assignee",
            "category",
            "channel",
            "tags"
        }) {
            ticket.put(key, bad);
        }
        // when
        TicketReading reading = only(JSON.createObjectNode().set("ticket", ticket));
        // then
        String clean = "ab\uFFFDc\uFFFDde\uD83D\uDE00";
        assertEquals(clean, reading.externalId());
        assertEquals(clean, reading.subject());
        assertEquals(clean, reading.description());
        assertEquals(clean, reading.rawStatus());
        assertEquals(clean, reading.rawPriority());
        assertEquals(clean, reading.customerName());
        assertEquals(clean, reading.assignee());
        assertEquals(clean, reading.category());
        assertEquals(clean, reading.channel());
        assertEquals(clean, reading.tags().get(0));
    }

    @ParameterizedTest
    @CsvSource({"4,true", "5,false", "190,false"})
    void at_most_five_levels_are_unwrapped(int wrappers, boolean found) throws Exception {
        // given
        JsonNode root = JSON.readTree(
                "{\"data\":".repeat(wrappers) + "{\"ticket\":{\"id\":1,\"subject\":\"s\"}}" + "}".repeat(wrappers));
        // when
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        // then
        assertEquals(found, detection instanceof TicketDetector.Tickets);
    }

    @Test
    void a_payload_of_many_objects_is_read_as_far_as_the_bound() {
        // given
        ObjectNode root =
                JSON.createObjectNode().put("subject", "s").put("id", 1).put("status", "open");
        for (int i = 0; i < 50_000; i++) {
            root.putObject("k" + i);
        }
        // when
        TicketReading ticket = only(root);
        // then
        assertEquals("s", ticket.subject());
        assertTrue(ticket.warnings().contains("too_large: payload"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"ticket\":", "{\"id\":", "{\"subject\":", "{\"content\":", "{\"value\":"})
    void deep_nesting_does_no_harm(String level) {
        // given
        JsonNode root = JSON.createObjectNode().put("subject", "s");
        for (int i = 0; i < 20_000; i++) {
            root = level.equals("[")
                    ? JSON.createArrayNode().add(root)
                    : JSON.createObjectNode().set(level.replaceAll("[^a-z]", ""), root);
        }
        // when
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        // then
        assertFalse(detection instanceof TicketDetector.Tickets tickets
                && tickets.tickets().isEmpty());
    }

    @Test
    void no_json_makes_it_throw() {
        // given
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            JsonNode root = RandomJson.of(random, 5);
            // when
            TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
            // then
            assertFalse(detection instanceof TicketDetector.Tickets tickets
                    && tickets.tickets().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"id":"evt_1","type":"ticket.updated","created_at":"2026-01-01T00:00:00Z","user":{"email":"bo@acme.example"},"data":{"id":5,"status":"closed"}} | 5
            {"id":"evt_1","event":"ticket.created","ticket_id":5,"subject":"x"}                        | 5
            {"id":"evt_1","event":"ticket.created","subject":"x"}                                      |
            {"id":"9","type":"ticket.created","data":{"subject":"x","description":"y"}}                |
            {"request_id":"r-1","ticket_number":"T-12","subject":"x","status":"open"}                  | T-12
            {"issue":{"id":7,"key":"SUP-1","fields":{"summary":"x"}}}                                  | SUP-1
            {"ticket":{"key":"not a key","id":3,"account_id":9}}                                       | 3
            {"issue_event":"x","ticket":{"account_id":9,"project_id":3,"subject":"x"}}                 |
            """)
    void the_id_is_the_tickets_not_the_envelopes(String payload, String id) throws Exception {
        assertEquals(id, only(JSON.readTree(payload)).externalId());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"ticket":{"id":1,"title":"t","summary":"body"}}          | t    | body
            {"ticket":{"id":1,"summary":"t"}}                         | t    |
            {"ticket":{"id":1,"name":"t"}}                            | t    |
            {"ticket":{"id":1,"name":"Jane","email":"j@x.example"}}   |      |
            {"id":"4","subject":"zen:ticket:4","ticket":{"id":4,"subject":"zen:ticket:4","raw_subject":"t"}} | t |
            {"ticket":{"id":1,"topic":"conversation.user.created"}}   |      |
            {"ticket":{"id":1,"subject":"t","project":{"description":"no"},"status":{"name":"Open","description":"no"}}} | t |
            {"event":"ticket.created","ticket":{"id":1,"subject":"t"},"comment":{"body":"first"}}   | t | first
            {"event":"ticket.updated","ticket":{"id":1,"subject":"t"},"comment":{"body":"later"}}   | t |
            {"event":"ticket.comment_added","ticket":{"id":1,"subject":"t","comment":"later"}}      | t |
            {"event":"ticket.updated","ticket":{"id":1,"subject":"t","messages":[{"body":"later"}]}} | t |
            {"event":"ticket.updated","ticket":{"id":1,"subject":"t","created_at":1782900000,"messages":[{"body":"first","created_at":1782900003}]}} | t | first
            {"alert":{"id":1,"message":"t","description":"d"}}        | t    | d
            {"alert":{"id":1,"message":"t","description":""}}         | t    |
            {"ticket":{"id":1,"subject":"t","comments":[{"body":"ours","author":{"role":"agent"}},{"body":"theirs"}]}} | t | theirs
            """)
    void subject_and_description_are_not_mixed_up(String payload, String subject, String description) throws Exception {
        // when
        TicketReading ticket = only(JSON.readTree(payload));
        // then
        assertEquals(subject, ticket.subject());
        assertEquals(description, ticket.description());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"event":"ticket.created","timestamp":1782900000,"ticket":{"id":1}}  | 2026-07-01T10:00:00Z
            {"event":"ticket.updated","timestamp":1782900000,"ticket":{"id":1}}  |
            {"event":"ticket.comment_created","timestamp":1782900000,"ticket":{"id":1}}  |
            {"created_at":"2026-07-01T10:00:00Z","ticket":{"id":1,"user":{"created_at":"2026-07-01T10:00:00Z"}}}  |
            {"ticket":{"id":1,"created_at":"1999-12-31T23:59:59Z"}}  |
            {"ticket":{"id":1,"created_at":"2026-11-23T00:00:00Z"}}  |
            """)
    void the_time_of_an_event_is_the_tickets_only_if_it_was_made_then(String payload, String created) throws Exception {
        assertEquals(
                created == null ? null : Instant.parse(created),
                only(JSON.readTree(payload)).createdAt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"event":"ticket.deleted","ticket":{"id":1}}                              | true
            {"action":"deleted","issue":{"id":1,"title":"t"}}                         | true
            {"action":"remove","type":"Issue","data":{"id":1,"title":"t"}}            | true
            {"ticket":{"id":1,"status":"deleted"}}                                    | true
            {"ticket":{"id":1,"is_deleted":true}}                                     | true
            {"ticket":{"id":1,"is_deleted":false,"deleted_at":null}}                  | false
            {"webhookEvent":"comment_deleted","issue":{"id":1,"title":"t"}}           | false
            {"event":"ticket.tag_removed","ticket":{"id":1}}                          | false
            {"action":"remove","type":"Comment","data":{"id":2,"issue":{"id":1,"title":"t"}}} | false
            """)
    void only_the_end_of_the_ticket_itself_is_a_deletion(String payload, boolean deleted) throws Exception {
        assertEquals(deleted, only(JSON.readTree(payload)).deleted());
    }

    @Test
    void tags_given_as_an_empty_list_differ_from_tags_not_given() throws Exception {
        assertTrue(only(JSON.readTree("{\"ticket\":{\"id\":1,\"tags\":[]}}")).tagsGiven());
        assertTrue(only(JSON.readTree("{\"ticket\":{\"id\":1,\"tags\":\"\"}}")).tagsGiven());
        assertFalse(only(JSON.readTree("{\"ticket\":{\"id\":1,\"tags\":null}}")).tagsGiven());
        assertFalse(only(JSON.readTree("{\"ticket\":{\"id\":1,\"tags\":\"{{ticket.tags}}\"}}"))
                .tagsGiven());
    }

    private static TicketReading only(JsonNode root) {
        TicketDetector.Detection detection = TicketDetector.detect(root, NOW);
        TicketDetector.Tickets tickets = assertInstanceOf(TicketDetector.Tickets.class, detection, detection::toString);
        assertEquals(1, tickets.tickets().size());
        return tickets.tickets().get(0);
    }

    @Test
    void what_lies_around_a_batch_is_no_tickets_description() {
        String batch =
                "{\"message\":{\"body\":\"of all\"},\"tickets\":[{\"id\":1,\"subject\":\"a\",\"status\":\"open\"},"
                        + "{\"id\":2,\"subject\":\"b\",\"status\":\"open\",\"message\":{\"body\":\"its own\"}}]}";

        TicketDetector.Detection detection = TicketDetector.detect(Json.tree(batch), Instant.EPOCH);

        assertEquals(
                Arrays.asList(null, "its own"),
                ((TicketDetector.Tickets) detection)
                        .tickets().stream().map(TicketReading::description).toList());
    }
}
