package io.ticketwire.ticket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Ids;
import io.ticketwire.event.InboundType;
import io.ticketwire.event.Json;
import io.ticketwire.event.Topic;
import io.ticketwire.event.store.Emission;
import io.ticketwire.testing.Schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a batch makes of its records; every value that it emits is held against its schema. */
class TrackedBatchTest {

    private static final Instant NINE = Inbounds.NINE;
    private static final UUID CONTACT = Ids.of(Seen.CONNECTOR, "contact:C-881");
    private static final UUID UNKNOWN_TICKET = Ids.ticket(Seen.CONNECTOR, "never seen");
    private static final Inbound OPEN = observed("open", 0);
    private static final Inbound RESOLVED = observed("resolved", 1);
    private static final Inbound OPEN_AGAIN = observed("open", 2);

    private final Map<UUID, Known> tickets = new HashMap<>();
    private final Map<UUID, String> contacts = new HashMap<>();
    private final List<Ledger.Entry> dealtWith = new ArrayList<>();

    @Test
    void openResolvedAndOpenAgainByEqualBodiesMakesThreeEventsWithThreeIds() {
        TrackedBatch batch = track(OPEN, RESOLVED, OPEN_AGAIN);

        assertEquals(List.of("ticket.created", "ticket.resolved", "ticket.reopened"), types(batch));
        assertEquals(3, new HashSet<>(ids(batch)).size());
        assertEquals(OPEN.event().id(), OPEN_AGAIN.event().id());
    }

    @Test
    void openResolvedAndOpenAgainMakesThreeEventsAlsoOverThreeBatches() {
        track(OPEN);
        track(RESOLVED);

        TrackedBatch third = track(OPEN_AGAIN);

        assertEquals(List.of("ticket.reopened"), types(third));
        assertNotEquals(OPEN_AGAIN.event().id(), ids(third).get(0));
    }

    @Test
    void sameRecordTwiceInOneBatchCountsOnce() {
        TrackedBatch batch = track(OPEN, OPEN);

        assertEquals(List.of("ticket.created"), types(batch));
        assertEquals(List.of(OPEN), batch.processed);
    }

    @Test
    void batchThatIsReadAgainEmitsNothing() {
        Inbound[] all = {OPEN, comment(3, Seen.TICKET), RESOLVED, contact(4, "Dana"), OPEN_AGAIN, unknownType()};
        track(all);

        TrackedBatch again = track(all);

        assertEquals(List.of(), again.emissions);
        assertEquals(List.of(), again.rejections);
        assertEquals(List.of(), again.conversations);
        assertEquals(List.of(), again.processed);
        assertEquals(Map.of(), again.changedTickets);
        assertEquals(Map.of(), again.changedContacts);
    }

    @Test
    void equalObservationThatComesLaterChangesNothingButIsRemembered() {
        track(OPEN);

        TrackedBatch later = track(observed("open", 3600));

        assertEquals(List.of(), later.emissions);
        assertEquals(1, later.processed.size());
    }

    @Test
    void eventThatItsSenderNamedIsTakenOnceEvenIfItSaysSomethingElse() {
        Inbound first = Inbounds.observed(Seen.ticket().status("open"), "evt-1", NINE);
        Inbound second = Inbounds.observed(Seen.ticket().status("closed"), "evt-1", NINE.plusSeconds(86_400));

        TrackedBatch batch = track(first, second);

        assertEquals(List.of("ticket.created"), types(batch));
    }

    @Test
    void emittedEventKeepsWhatItsCauseSays() {
        TrackedBatch batch = track(OPEN);

        Emission created = batch.emissions.get(0);
        assertEquals(OPEN.event().source(), created.event().source());
        assertEquals(OPEN.event().subject(), created.event().subject());
        assertEquals(OPEN.event().time(), created.event().time());
        assertEquals(OPEN.event().traceparent(), created.event().traceparent());
        assertEquals(OPEN.event().receivedAt(), created.event().receivedAt());
        assertTrue(created.event().verified());
        assertEquals(OPEN.rawId(), created.rawId());
    }

    @Test
    void everyNewTicketTakesTheNextNumber() {
        TrackedBatch batch = track(OPEN);

        assertEquals(
                "TW-2026-000001", batch.changedTickets.get(Seen.TICKET).ticket().ticketNumber());
    }

    @Test
    void changesAreToldWithTheTicketAsItIsNow() {
        TrackedBatch batch = track(OPEN, RESOLVED);

        JsonNode value = values(batch).get(1);
        assertEquals("resolved", value.at("/ticket/status").textValue());
        assertEquals(
                "{\"from\":\"open\",\"to\":\"resolved\"}",
                value.at("/changes/status").toString());
    }

    @Test
    void creationTellsNoChanges() {
        TrackedBatch batch = track(OPEN);

        assertFalse(values(batch).get(0).has("changes"));
    }

    @Test
    void deletedTicketThatIsSeenAgainIsReopened() {
        Inbound deleted = Inbounds.observed(Seen.ticket().deleted(), NINE.plusSeconds(1));

        TrackedBatch batch = track(OPEN, deleted, OPEN_AGAIN);

        assertEquals(List.of("ticket.created", "ticket.deleted", "ticket.reopened"), types(batch));
        assertFalse(batch.changedTickets.get(Seen.TICKET).deleted());
        assertEquals(
                "{\"from\":true,\"to\":false}",
                values(batch).get(2).at("/changes/deleted").toString());
    }

    @Test
    void clockOfATicketIsKeptWithoutAnEvent() {
        track(Inbounds.observed(Seen.ticket().updatedAt("2026-07-01T09:00:00Z"), NINE));

        TrackedBatch batch =
                track(Inbounds.observed(Seen.ticket().updatedAt("2026-07-01T09:05:00Z"), NINE.plusSeconds(300)));

        assertEquals(List.of(), batch.emissions);
        assertEquals(
                Instant.parse("2026-07-01T09:05:00Z"),
                batch.changedTickets.get(Seen.TICKET).ticket().updatedAt());
    }

    @Test
    void typeThatNobodyKnowsIsRejectedWithItsContent() {
        TrackedBatch batch = track(unknownType());

        Rejection rejection = batch.rejections.get(0);
        assertEquals("unknown_type", rejection.reason());
        assertEquals(Seen.CONNECTOR, rejection.connectorId());
        assertEquals("{}", rejection.request());
        assertEquals("{\"x\":1}", new String(rejection.body(), UTF_8));
        assertEquals(List.of(), batch.emissions);
    }

    @Test
    void escalationOfATicketThatWasNeverSeenIsRejected() {
        TrackedBatch batch = track(escalation(UNKNOWN_TICKET));

        assertEquals("unknown_ticket", batch.rejections.get(0).reason());
        assertEquals(List.of(), batch.emissions);
    }

    @Test
    void whatWasReadPassesAsItIsWithTheTicketInShort() {
        String insight = Json.tree(golden("ticket.analyzed")).path("insight").toString();
        String value = "{\"ticket\":{\"id\":\"%s\"},\"insight\":%s}".formatted(Seen.TICKET, insight);
        Inbound analyzed = Inbounds.of("ticket.analyzed", Seen.TICKET, value, NINE);

        TrackedBatch batch = track(OPEN, analyzed, analyzed);

        assertEquals(List.of("ticket.created", "ticket.analyzed"), types(batch));
        assertEquals(insight, values(batch).get(1).path("insight").toString());
        assertEquals("open", values(batch).get(1).at("/ticket/status").textValue());
        assertEquals(Topic.INSIGHTS, batch.emissions.get(1).type().topic());
    }

    @Test
    void escalationCarriesTheWholeTicket() {
        TrackedBatch batch = track(OPEN, escalation(Seen.TICKET));

        assertEquals(List.of("ticket.created", "ticket.escalated"), types(batch));
        JsonNode escalated = values(batch).get(1);
        assertEquals("open", escalated.at("/ticket/status").textValue());
        assertTrue(escalated.path("ticket").has("description"));
        assertEquals("angry", escalated.path("reason").textValue());
    }

    @Test
    void commentOnATicketThatWasNeverSeenRefersToItByIdAlone() {
        TrackedBatch batch = track(comment(0, UNKNOWN_TICKET));

        JsonNode reference = values(batch).get(0).path("ticket");
        assertEquals(UNKNOWN_TICKET.toString(), reference.path("id").textValue());
        reference.properties().stream()
                .filter(field -> !field.getKey().equals("id"))
                .forEach(field -> assertTrue(field.getValue().isNull(), field::getKey));
        assertEquals(11, reference.size());
    }

    @Test
    void commentRefersToItsTicketInShort() {
        TrackedBatch batch = track(OPEN, comment(1, Seen.TICKET));

        JsonNode reference = values(batch).get(1).path("ticket");
        assertEquals("TW-2026-000001", reference.path("ticket_number").textValue());
        assertFalse(reference.has("description"));
    }

    @Test
    void commentIsKeptAsAConversationUnderTheIdOfItsEvent() {
        TrackedBatch batch = track(comment(0, Seen.TICKET));

        Conversation kept = batch.conversations.get(0);
        assertEquals(ids(batch).get(0), kept.id());
        assertEquals(Seen.TICKET, kept.ticketId());
        assertEquals("Any news?", kept.text());
        assertEquals("Dana Fox", kept.authorName());
        assertEquals(true, kept.isPublic());
        assertEquals(Instant.parse("2026-07-01T09:42:17.350Z"), kept.createdAt());
    }

    @Test
    void equalCommentWithinTheWindowIsARepeat() {
        TrackedBatch batch = track(comment(0, Seen.TICKET), comment(600, Seen.TICKET));

        assertEquals(1, batch.emissions.size());
        assertEquals(2, batch.processed.size());
    }

    @Test
    void equalCommentAfterTheWindowIsANewOne() {
        TrackedBatch batch = track(comment(0, Seen.TICKET), comment(601, Seen.TICKET));

        assertEquals(2, new HashSet<>(ids(batch)).size());
        assertEquals(2, batch.conversations.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "feedback.received",
                "transfer.created",
                "survey.response.completed",
                "campaign.completed",
                "message.failed"
            })
    void whatIsSaidInTheContractsWordsAlreadyPassesAsItIs(String type) {
        String value = golden(type);

        TrackedBatch batch = track(Inbounds.of(type, Seen.TICKET, value, NINE));

        assertEquals(List.of(type), types(batch));
        assertEquals(Json.tree(value), values(batch).get(0));
    }

    @Test
    void contactIsCreatedOnce() {
        TrackedBatch batch = track(contact(0, "Dana"));

        assertEquals(List.of("contact.created"), types(batch));
        assertEquals(
                "Dana",
                Json.tree(batch.changedContacts.get(CONTACT)).path("name").textValue());
    }

    @Test
    void contactThatSaysNothingNewIsUnchanged() {
        track(contact(0, "Dana"));

        TrackedBatch batch = track(contact(3600, "Dana"));

        assertEquals(List.of(), batch.emissions);
        assertEquals(Map.of(), batch.changedContacts);
    }

    @Test
    void contactWhoseClockAloneMovedOnIsKeptWithoutAnEvent() {
        track(contact(0, "Dana"));

        TrackedBatch batch = track(contactOf(3600, "{\"name\":\"Dana\",\"updated_at\":\"2026-07-01T10:00:00.000Z\"}"));

        assertEquals(List.of(), batch.emissions);
        assertEquals(1, batch.changedContacts.size());
    }

    @Test
    void contactThatSaysSomethingElseIsUpdatedAndKeepsWhatIsNotGiven() {
        track(contact(0, "Dana"));

        TrackedBatch batch = track(contactOf(60, "{\"phone\":\"+15550100002\"}"));

        assertEquals(List.of("contact.updated"), types(batch));
        JsonNode now = values(batch).get(0).path("contact");
        assertEquals("Dana", now.path("name").textValue());
        assertEquals("+15550100002", now.path("phone").textValue());
    }

    @Test
    void contactThatChangesThereAndBackMakesThreeEventsWithThreeIds() {
        TrackedBatch batch = track(contact(0, "Dana"), contact(1, "Dana Fox"), contact(2, "Dana"));

        assertEquals(List.of("contact.created", "contact.updated", "contact.updated"), types(batch));
        assertEquals(3, new HashSet<>(ids(batch)).size());
        assertNull(values(batch).get(2).at("/contact/phone").textValue());
    }

    private TrackedBatch track(Inbound... records) {
        TrackedBatch batch = new TrackedBatch(
                new Ledger(List.copyOf(dealtWith), Set.of(), Duration.ofMinutes(10)),
                tickets,
                contacts,
                new Threads(Map.of(), Map.of(), Duration.ofDays(7)),
                IntStream.iterate(1, n -> n + 1)
                        .mapToObj("TW-2026-%06d"::formatted)
                        .iterator(),
                NINE);
        List.of(records).forEach(batch::apply);
        dealtWith.addAll(batch.entries);
        batch.emissions.forEach(emission ->
                Schemas.assertValid(emission.type().type(), emission.event().data()));
        return batch;
    }

    private static Inbound observed(String status, int second) {
        return Inbounds.observed(Seen.ticket().status(status), NINE.plusSeconds(second));
    }

    private static Inbound unknownType() {
        return Inbounds.of("ticket.parked", Seen.TICKET, "{\"x\":1}", NINE);
    }

    private static Inbound escalation(UUID ticket) {
        String value = "{\"reason\":\"angry\",\"by\":\"bo@acme.example\",\"ticket\":{\"id\":\"%s\"}}".formatted(ticket);
        return Inbounds.of("ticket.escalated", ticket, value, NINE);
    }

    private static Inbound comment(int second, UUID ticket) {
        String value =
                """
                {"ticket":{"id":"%s"},"conversation":{"id":"998877","author_name":"Dana Fox","author_email":null,
                 "author_type":"customer","text":"Any news?","public":true,"created_at":"2026-07-01T09:42:17.350Z"}}
                """
                        .formatted(ticket);
        return Inbounds.of("conversation.added", ticket, value, NINE.plusSeconds(second));
    }

    private static Inbound contact(int second, String name) {
        return contactOf(second, Json.text(Map.of("name", name)));
    }

    /** @param fields what the source gives, as JSON */
    private static Inbound contactOf(int second, String fields) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", CONTACT.toString());
        for (String field : List.of("external_id", "name", "email", "phone", "company", "created_at", "updated_at")) {
            contact.put(field, Json.tree(fields).path(field).textValue());
        }
        contact.put("attributes", null);
        String value = Json.text(Map.of("contact", contact));
        return Inbounds.of(InboundType.CONTACT_OBSERVED, CONTACT, value, NINE.plusSeconds(second));
    }

    private static String golden(String type) {
        try (var file = TrackedBatchTest.class.getResourceAsStream("/golden/" + type + "/v1.json")) {
            return Json.mapper().readTree(file).path("value").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(TrackedBatch batch) {
        return batch.emissions.stream().map(emission -> emission.event().type()).toList();
    }

    private static List<UUID> ids(TrackedBatch batch) {
        return batch.emissions.stream().map(emission -> emission.event().id()).toList();
    }

    private static List<JsonNode> values(TrackedBatch batch) {
        return batch.emissions.stream()
                .map(emission -> Json.read(emission.event().data(), JsonNode.class))
                .toList();
    }
}
