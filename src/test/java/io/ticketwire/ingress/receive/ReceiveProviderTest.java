package io.ticketwire.ingress.receive;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.Repeat;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What senders of our own format may write, and what comes of what they should not. */
class ReceiveProviderTest {

    private static final String TICKET_ID =
            Ids.ticket(ConnectorExample.ID, "12345").toString();

    private final ReceiveProvider provider = new ReceiveProvider();

    @ParameterizedTest
    @ValueSource(strings = {"", "event=ticket.create", "7", "[]", "[{\"event\":\"ticket.create\",\"data\":{}}]"})
    void bodyThatIsNoObjectIsMalformed(String body) {
        Reading reading = read(body);

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                                        | no_event",
                "{\"event\":7,\"data\":{}}                                 | no_event",
                "{\"event\":\"ticket.create\"}                             | no_data",
                "{\"event\":\"ticket.create\",\"data\":null}               | no_data",
                "{\"event\":\"ticket.create\",\"data\":[]}                 | no_data",
                "{\"event\":\"ticket.explode\",\"data\":{}}                | unknown_event",
                "{\"event\":\"Ticket.Create\",\"data\":{}}                 | unknown_event",
                "{\"event\":\"ticket.create\",\"data\":{}}                 | no_ticket",
                "{\"event\":\"ticket.resolve\",\"data\":{\"subject\":\"x\"}} | no_ticket_id",
                "{\"event\":\"ticket.update\",\"data\":{\"subject\":\"x\"}} | no_ticket_id",
                "{\"event\":\"ticket.escalate\",\"data\":{\"reason\":\"x\"}} | no_ticket_id",
                "{\"event\":\"conversation.add\",\"data\":{\"text\":\"x\"}} | no_ticket_id",
                "{\"event\":\"conversation.add\",\"data\":{\"ticket_id\":true,\"text\":\"x\"}} | no_ticket_id",
                "{\"event\":\"conversation.add\",\"data\":{\"ticket_id\":\" \",\"text\":\"x\"}} | no_ticket_id",
                "{\"event\":\"conversation.add\",\"data\":{\"ticket_id\":1}} | no_text",
                "{\"event\":\"conversation.add\",\"data\":{\"ticket_id\":1,\"text\":{\"html\":\"x\"}}} | no_text",
                "{\"event\":\"contact.upsert\",\"data\":{\"name\":\"Dana\"}} | no_id",
                "{\"event\":\"ai_response.approve\",\"data\":{\"ticket_id\":1}} | no_id",
                "{\"event\":\"ai_response.reject\",\"data\":{\"id\":\"air-1\"}} | no_ticket_id",
            })
    void whatIsMissingIsNamedByAStableWord(String body, String reason) {
        Reading reading = read(body);

        assertEquals(reason, assertInstanceOf(Reading.Nothing.class, reading).reason());
    }

    @Test
    void equalIdsOfTheSenderAreOneEventWhateverElseIsSaid() {
        InboundEvent first = event("{\"id\":\"evt-1\",\"event\":\"campaign.complete\",\"data\":{\"sent\":1}}");

        InboundEvent second = event("{\"id\":\"evt-1\",\"event\":\"campaign.complete\",\"data\":{\"sent\":2}}");

        assertEquals(first.id(), second.id());
        assertEquals(Repeat.BY_EVENT_ID, second.repeat());
    }

    @Test
    void numberIsAnIdToo() {
        InboundEvent event = event("{\"id\":17,\"event\":\"campaign.complete\",\"data\":{}}");

        assertEquals(Ids.event(ConnectorExample.ID, "17"), event.id());
    }

    @Test
    void idInTheBodyCountsForMoreThanTheHeaders() {
        InboundEvent event = event(Callback.of("{\"id\":\"evt-1\",\"event\":\"campaign.complete\",\"data\":{}}")
                .header("webhook-id", "m"));

        assertEquals(Ids.event(ConnectorExample.ID, "evt-1"), event.id());
    }

    @Test
    void withoutAnIdEqualBodiesAreRecognised() {
        InboundEvent first = event("{\"event\":\"campaign.complete\",\"data\":{\"sent\":1}}");

        InboundEvent second = event("{\"event\":\"campaign.complete\",\"data\":{\"sent\":1}}");

        assertEquals(first.id(), second.id());
        assertEquals(Repeat.BY_BODY, second.repeat());
        assertNotEquals(
                first.id(),
                event("{\"event\":\"campaign.complete\",\"data\":{\"sent\":2}}").id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"ticket.create\",\"data\":{\"external_id\":\"12345\",\"subject\":\"x\"}}",
                "{\"event\":\"ticket.create\",\"data\":{\"id\":12345,\"subject\":\"x\"}}",
                "{\"event\":\"ticket.create\",\"data\":{\"id\":\"ours\",\"external_id\":\"12345\",\"subject\":\"x\"}}",
                "{\"event\":\"ticket.update\",\"data\":{\"ticket_id\":\" 12345 \",\"ticket\":{\"status\":\"open\"}}}",
                "{\"event\":\"ticket.update\",\"data\":{\"ticket\":{\"id\":\"12345\",\"status\":\"open\"}}}",
                "{\"event\":\"ticket.resolve\",\"data\":{\"id\":\"12345\"}}",
                "{\"event\":\"ticket.escalate\",\"data\":{\"id\":\"12345\"}}",
                "{\"event\":\"ticket.escalate\",\"data\":{\"ticket\":{\"external_id\":12345}}}",
                "{\"event\":\"conversation.add\",\"data\":{\"ticket_id\":12345,\"text\":\"x\"}}",
                "{\"event\":\"conversation.add\",\"data\":{\"conversation\":{\"ticket_id\":12345,\"text\":\"x\"}}}",
                "{\"event\":\"feedback.create\",\"data\":{\"feedback\":{\"ticket_id\":\"12345\",\"rating\":5}}}",
                "{\"event\":\"transfer.create\",\"data\":{\"external_id\":\"12345\",\"to\":\"tier 2\"}}",
                "{\"event\":\"survey.respond\",\"data\":{\"ticket\":{\"id\":\"12345\"},\"score\":9}}",
                "{\"event\":\"ai_response.approve\",\"data\":{\"id\":\"air-1\",\"ticket_id\":\"12345\"}}",
            })
    void ticketIsTheSameHoweverItIsNamed(String body) {
        InboundEvent event = event(body);

        assertEquals(TICKET_ID, event.subject());
    }

    @ParameterizedTest
    @CsvSource({"feedback.create, feedback", "transfer.create, transfer", "survey.respond, survey_response"})
    void ticketIsNamedByItsIdInTicketwire(String event, String object) {
        InboundEvent read = event("{\"event\":\"" + event + "\",\"data\":{\"ticket_id\":\"12345\"}}");

        assertEquals(TICKET_ID, value(read).path(object).path("ticket_id").textValue());
        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    @ParameterizedTest
    @CsvSource({"feedback.create, feedback", "transfer.create, transfer", "survey.respond, survey_response"})
    void withoutATicketTheEventIsAboutTheObjectItself(String event, String object) {
        InboundEvent read = event("{\"event\":\"" + event + "\",\"data\":{\"id\":\"own-1\"}}");

        assertEquals("own-1", read.subject());
        assertTrue(value(read).path(object).path("ticket_id").isNull());
        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    @ParameterizedTest
    @CsvSource({
        "feedback.create, feedback, id",
        "campaign.complete, campaign, id",
        "message.create, message, message_id",
    })
    void objectWithoutAnIdOrWithAnUnusableOneTakesThatOfItsEvent(String event, String object, String field) {
        InboundEvent read =
                event("{\"event\":\"" + event + "\",\"data\":{\"" + field + "\":\"" + "x".repeat(256) + "\"}}");

        assertEquals(read.id().toString(), value(read).path(object).path(field).textValue());
        assertEquals(read.id().toString(), read.subject());
        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    @Test
    void textIsCleanedOfWhatPostgresCannotHold() {
        InboundEvent read = event("{\"event\":\"survey.respond\",\"data\":{\"comment\":\"a\\u0000b\\ud800c\\udc00\","
                + "\"answers\":[{\"q\\u0000\":\"x\\udfff\"}],\"id\":\"s\\u0000-1\"}}");

        JsonNode response = value(read).path("survey_response");
        assertEquals("ab\uFFFDc\uFFFD", response.path("comment").textValue());
        assertEquals("[{\"q\":\"x\uFFFD\"}]", response.path("answers").toString());
        assertEquals("s-1", read.subject());
    }

    @Test
    void whatIsOfAnotherKindBecomesNull() {
        InboundEvent read = event("{\"event\":\"message.create\",\"data\":{\"message_id\":[1],\"from\":{\"n\":1},"
                + "\"to\":[],\"text\":17,\"media\":{\"url\":\"x\"},\"error\":\"boom\",\"timestamp\":\"yesterday\"}}");

        JsonNode message = value(read).path("message");
        assertEquals(read.id().toString(), message.path("message_id").textValue());
        assertTrue(message.path("from").isNull());
        assertTrue(message.path("to").isNull());
        assertEquals("17", message.path("text").textValue());
        assertEquals("[]", message.path("media").toString());
        assertTrue(message.path("error").isNull());
        assertTrue(message.path("timestamp").isNull());
        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    @Test
    void numbersThatAreTextAndInfiniteOnesBecomeNull() {
        InboundEvent read = event(
                "{\"event\":\"campaign.complete\",\"data\":{\"sent\":\"1200\",\"opened\":1e999,\"clicked\":true,\"failed\":-0.5}}");

        JsonNode campaign = value(read).path("campaign");
        assertTrue(campaign.path("sent").isNull());
        assertTrue(campaign.path("opened").isNull());
        assertTrue(campaign.path("clicked").isNull());
        assertEquals(-0.5, campaign.path("failed").doubleValue());
        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    @Test
    void errorAndMediaAreBroughtIntoTheContractsShape() {
        InboundEvent read = event("{\"event\":\"message.create\",\"data\":{\"status\":\"failed\","
                + "\"error\":{\"code\":30003,\"reason\":[\"x\"],\"permanent\":\"yes\",\"extra\":1},"
                + "\"media\":[{\"url\":\"https://cdn.example/1\",\"size\":7},null,[],\"x\",{}]}}");

        JsonNode message = value(read).path("message");
        assertEquals(
                "{\"code\":\"30003\",\"reason\":null,\"permanent\":null}",
                message.path("error").toString());
        assertEquals(2, message.path("media").size());
        assertEquals(
                "{\"url\":\"https://cdn.example/1\",\"id\":null,\"mime\":null,\"sha256\":null,\"filename\":null,"
                        + "\"content_id\":null}",
                message.path("media").path(0).toString());
        Schemas.assertValid("message.failed", Json.bytes(read.data()));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"status\":\"queued\"', message.queued",
        "'\"status\":\"sent\"', message.sent",
        "'\"status\":\"delivered\"', message.delivered",
        "'\"status\":\"read\"', message.read",
        "'\"status\":\"failed\"', message.failed",
        "'\"status\":\"odd\"', message.incoming",
        "'\"direction\":\"inbound\"', message.incoming",
        "'\"direction\":\"outbound\"', message.sent",
        "'\"text\":\"hi\"', message.incoming",
    })
    void messageIsToldByItsStatusOrElseByItsDirection(String field, String type) {
        InboundEvent read = event("{\"event\":\"message.create\",\"data\":{" + field + "}}");

        assertEquals(type, read.type());
    }

    @Test
    void contactIsTheSameByItsIdOrItsAddress() {
        InboundEvent byAddress = event("{\"event\":\"contact.upsert\",\"data\":{\"email\":\"d@x.example\"}}");

        InboundEvent again =
                event("{\"event\":\"contact.upsert\",\"data\":{\"email\":\"d@x.example\",\"name\":\"D\"}}");

        assertEquals(byAddress.subject(), again.subject());
        assertEquals(again.subject(), value(again).path("contact").path("id").textValue());
    }

    @Test
    void resolutionCountsForMoreThanTheStatusInTheData() {
        InboundEvent read = event("{\"event\":\"ticket.resolve\",\"data\":{\"ticket_id\":1,\"status\":\"open\"}}");

        assertEquals("resolved", ((TicketObservation) read.data()).status());
    }

    private static JsonNode value(InboundEvent event) {
        return Json.tree(Json.text(event.data()));
    }

    private InboundEvent event(String body) {
        return event(Callback.of(body));
    }

    private InboundEvent event(Callback request) {
        Reading reading = provider.read(request.get(), ConnectorExample.of("receive"));
        return assertInstanceOf(Reading.Events.class, reading).events().get(0);
    }

    private Reading read(String body) {
        return provider.read(Callback.of(body).get(), ConnectorExample.of("receive"));
    }
}
