package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A ticket's life on each platform, told by the platform's own callbacks. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class TicketPlatformsTest extends Scenario {

    @Test
    void zendeskTellsOfATicketACommentAndItsSolution() {
        String connector = gateway.connectorOf("zendesk", Map.of("credentials", Map.of("subdomain", "acme")));

        post(connector, zendesk("ticket.created", "NEW", "{}", "2026-11-20T09:15:00.254571515Z"));
        post(
                connector,
                zendesk(
                        "ticket.comment_added",
                        "OPEN",
                        """
                        {"comment":{"id":"998877","body":"Is there any news?","is_public":true,
                         "author":{"id":"8447388090494","is_staff":false,"name":"Jane"}}}""",
                        "2026-11-20T09:20:00Z"));
        String solved = zendesk(
                "ticket.status_changed",
                "SOLVED",
                "{\"current\":\"SOLVED\",\"previous\":\"OPEN\"}",
                "2026-11-20T09:30:00Z");
        post(connector, solved);
        post(connector, solved);

        tells(connector, "ticket.created", "conversation.added", "ticket.updated", "ticket.resolved");
        JsonNode ticket = ticket(connector);
        assertEquals("4711", ticket.path("external_id").textValue());
        assertEquals("resolved", ticket.path("status").textValue());
        assertEquals("high", ticket.path("priority").textValue());
        assertEquals(
                "https://acme.zendesk.com/agent/tickets/4711",
                ticket.path("url").textValue());
        assertTrue(ticket.path("needs_enrichment").booleanValue(), "the event names no customer but by an id");
        JsonNode said = event(connector, "conversation.added").at("/data/conversation");
        assertEquals("customer", said.path("author_type").textValue());
        assertTrue(said.path("public").booleanValue());
    }

    @Test
    void freshdeskTellsOfATicketAndItsResolution() {
        String connector = gateway.connector("freshdesk", null);

        post(connector, freshdesk("Open", "{ticket_action:created}"));
        post(connector, freshdesk("Resolved", "{status:{from:Open,to:Resolved}}"));

        tells(connector, "ticket.created", "ticket.resolved");
        JsonNode ticket = ticket(connector);
        assertEquals("4711", ticket.path("external_id").textValue());
        assertEquals("jane@customer.example", ticket.path("customer_email").textValue());
        assertEquals("high", ticket.path("priority").textValue());
        assertEquals("Bo Agent", ticket.path("assignee").textValue());
    }

    @Test
    void freshdesksTokenIsTheOnlyWayIn() {
        String connector = gateway.connector("freshdesk", "a-token-for-freshdesk");
        byte[] body = freshdesk("Open", "{ticket_action:created}").getBytes(UTF_8);

        assertEquals(
                401,
                gateway.callback(connector, body, "Content-Type", "application/json")
                        .statusCode());
        assertEquals(
                401,
                gateway.callback(connector, body, "Content-Type", "application/json", "X-Gateway-Token", "another")
                        .statusCode());
        assertEquals(
                200,
                gateway.callback(
                                connector,
                                body,
                                "Content-Type",
                                "application/json",
                                "X-Gateway-Token",
                                "a-token-for-freshdesk")
                        .statusCode());
    }

    @Test
    void jiraTellsOfAnIssueACommentAndItsEnd() {
        String connector = gateway.connector("jira", null);

        post(connector, jira("jira:issue_created", "1763630100000", ""));
        post(
                connector,
                jira(
                        "comment_created",
                        "1763630200000",
                        """
                        "comment":{"id":"555","body":"Is there *any* news?","jsdPublic":false,
                         "author":{"accountId":"5b10","displayName":"Bo Agent"},"created":"2025-11-20T10:16:40.000+0100"},"""));
        post(connector, jira("jira:issue_deleted", "1763630300000", ""));

        tells(connector, "ticket.created", "conversation.added", "ticket.deleted");
        JsonNode said = event(connector, "conversation.added").at("/data/conversation");
        assertEquals("555", said.path("id").textValue());
        assertEquals("agent", said.path("author_type").textValue());
        assertFalse(said.path("public").booleanValue());
    }

    @Test
    void intercomTellsOfAConversationAndItsPingIsNothing() {
        String connector = gateway.connector("intercom", null);

        post(
                connector,
                """
                {"type":"notification_event","id":"notif_%1$s","topic":"ping","data":{"type":"notification_event_data","item":{"type":"ping"}}}"""
                        .formatted(newId()));
        post(
                connector,
                """
                {"type":"notification_event","app_id":"abc123de","id":"notif_%1$s","topic":"conversation.user.created",
                 "created_at":1763630100,"data":{"type":"notification_event_data","item":{"type":"conversation",
                 "id":"215468000000001","created_at":1763630098,"updated_at":1763630099,"title":null,
                 "source":{"type":"conversation","delivered_as":"customer_initiated","subject":"","body":"<p>I cannot log in</p>",
                  "author":{"type":"user","id":"6913","name":"Jane","email":"jane@customer.example"}},
                 "open":true,"state":"open","priority":"not_priority","tags":{"type":"tag.list","tags":[]},
                 "conversation_parts":{"type":"conversation_part.list","conversation_parts":[],"total_count":0}}}}"""
                        .formatted(newId()));

        tells(connector, "ticket.created");
        JsonNode ticket = ticket(connector);
        assertEquals("I cannot log in", ticket.path("description").textValue());
        assertEquals("jane@customer.example", ticket.path("customer_email").textValue());
        assertEquals("medium", ticket.path("priority").textValue());
        assertEquals(
                0,
                gateway.get("/api/v1/events/rejected?connector_id=" + connector)
                        .get("items")
                        .size());
    }

    @Test
    void hubspotTellsLittleWhichIsKeptAndMarked() {
        String connector = gateway.connector("hubspot", null);

        post(
                connector,
                """
                [{"eventId":1001,"portalId":147000000,"occurredAt":1763630100123,"subscriptionType":"ticket.creation","objectId":9876543210},
                 {"eventId":1002,"portalId":147000000,"occurredAt":1763630105000,"subscriptionType":"ticket.propertyChange",
                  "objectId":9876543210,"propertyName":"hs_pipeline_stage","propertyValue":"4"}]""");

        tells(connector, "ticket.created", "ticket.resolved");
        JsonNode ticket = ticket(connector);
        assertEquals("9876543210", ticket.path("external_id").textValue());
        assertEquals("closed", ticket.path("status").textValue());
        assertTrue(ticket.path("subject").isNull());
        assertTrue(ticket.path("needs_enrichment").booleanValue());
    }

    @Test
    void aPlatformsPayloadFindsItsReaderOnAConnectorOfAnyPlatformToo() {
        String connector = gateway.connector("webhook", null);

        post(connector, freshdesk("Open", "{ticket_action:created}"));
        post(connector, jira("jira:issue_created", "1763630100000", ""));

        tells(connector, "ticket.created", "ticket.created");
    }

    @Test
    void aChatToolsPayloadIsTurnedAwayWithTheRouteItIsFor() {
        String connector = gateway.connector("webhook", null);

        HttpResponse<String> answer =
                gateway.callback(connector, "{\"token\":\"t\",\"challenge\":\"c\",\"type\":\"url_verification\"}");

        assertEquals(404, answer.statusCode());
        assertTrue(answer.body().contains("/api/webhooks/slack"), answer.body());
    }

    @Test
    void aLookBeforeTheFirstCallbackFindsTheConnector() {
        String connector = gateway.connector("intercom", null);

        assertEquals(
                200,
                gateway.call("HEAD", "/api/webhooks/tickets?connectorId=" + connector, new byte[0])
                        .statusCode());
        assertEquals(
                200,
                gateway.call("HEAD", "/api/webhooks/connectors/" + connector, new byte[0])
                        .statusCode());
        assertEquals(
                404,
                gateway.call("HEAD", "/api/webhooks/tickets?connectorId=" + newId(), new byte[0])
                        .statusCode());
    }

    private static String zendesk(String type, String status, String event, String time) {
        return """
               {"type":"zen:event-type:%1$s","account_id":22129848,"id":"%5$s","time":"%4$s","zendesk_event_version":"2022-11-06",
                "subject":"zen:ticket:4711","detail":{"id":"4711","subject":"Cannot log in","description":"Since this morning",
                "status":"%2$s","priority":"HIGH","type":"INCIDENT","requester_id":"8447388090494","submitter_id":"8447388090494",
                "assignee_id":"8447320466430","tags":["vip","login"],"created_at":"2026-11-20T09:14:58Z","updated_at":"%4$s",
                "via":{"channel":"email"}},"event":%3$s}"""
                .formatted(type, status, event, time, newId());
    }

    private static String freshdesk(String status, String event) {
        return """
               {"freshdesk_webhook":{"ticket_id":4711,"ticket_subject":"Cannot log in","ticket_description":"<div>Since this morning</div>",
                "ticket_url":"https://acme.freshdesk.com/helpdesk/tickets/4711","ticket_status":"%s","ticket_priority":"High",
                "ticket_source":"Email","ticket_agent_name":"Bo Agent","ticket_agent_email":"bo@acme.example",
                "ticket_requester_name":"Jane","ticket_requester_email":"jane@customer.example","triggered_event":"%s"}}"""
                .formatted(status, event);
    }

    private static String jira(String event, String timestamp, String comment) {
        return """
               {"timestamp":%2$s,"webhookEvent":"%1$s",%3$s"issue":{"id":"10042",
                "self":"https://acme.atlassian.net/rest/api/2/issue/10042","key":"SUP-42","fields":{"summary":"Cannot log in",
                "description":"Since *this morning*","issuetype":{"name":"[System] Incident"},"project":{"key":"SUP"},
                "status":{"name":"Waiting for support","statusCategory":{"id":4,"key":"indeterminate","name":"In Progress"}},
                "priority":{"name":"High","id":"2"},
                "reporter":{"accountId":"qm:1","displayName":"Jane","emailAddress":"jane@customer.example"},"assignee":null,
                "labels":["vip"],"created":"2025-11-20T10:14:58.123+0100","updated":"2025-11-20T10:15:00.000+0100"}}}"""
                .formatted(event, timestamp, comment);
    }

    private void post(String connector, String body) {
        HttpResponse<String> answer = gateway.callback(connector, body);
        assertEquals(200, answer.statusCode(), answer.body());
    }

    private void tells(String connector, String... types) {
        List<String> expected = List.of(types).stream().sorted().toList();
        await().untilAsserted(() -> assertEquals(expected, types(connector)));
    }

    private List<String> types(String connector) {
        return StreamSupport.stream(events(connector).spliterator(), false)
                .map(event -> event.get("type").textValue())
                .sorted()
                .toList();
    }

    private JsonNode events(String connector) {
        return gateway.get("/api/v1/events?connector_id=" + connector).get("items");
    }

    private JsonNode event(String connector, String type) {
        return gateway.get("/api/v1/events?type=" + type + "&connector_id=" + connector)
                .at("/items/0");
    }

    private JsonNode ticket(String connector) {
        JsonNode tickets =
                gateway.get("/api/v1/tickets?connector_id=" + connector).get("items");
        assertEquals(1, tickets.size());
        return tickets.get(0);
    }
}
