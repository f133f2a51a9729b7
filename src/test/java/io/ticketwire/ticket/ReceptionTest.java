package io.ticketwire.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.event.TicketObservation;
import io.ticketwire.testing.Schemas;

import static io.ticketwire.ticket.Written.chat;
import static io.ticketwire.ticket.Written.mail;
import static io.ticketwire.ticket.Written.ticketOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a message to us brings about; every value that is emitted is held against its schema. */
class ReceptionTest {

    private static final Instant NINE = Inbounds.NINE;
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final List<String> MAKES_A_TICKET = List.of("message.incoming", "ticket.created");
    private static final List<String> ADDS_TO_A_TICKET = List.of("message.incoming", "conversation.added");
    private static final List<String> REOPENS_A_TICKET =
            List.of("message.incoming", "ticket.reopened", "conversation.added");
    private static final List<String> NO_TICKET = List.of("message.incoming");

    private final Map<UUID, Known> tickets = new HashMap<>();
    private final Map<UUID, Threads.Thread> threads = new HashMap<>();
    private final Map<String, UUID> numbers = new HashMap<>();
    private final List<Ledger.Entry> dealtWith = new ArrayList<>();
    private int lastNumber;

    @Test
    void mailThatBelongsToNothingMakesATicket() {
        TrackedBatch batch = track(mail("<a@customer.com>"));

        assertEquals(MAKES_A_TICKET, types(batch));
        JsonNode ticket = values(batch).get(1).path("ticket");
        assertEquals(
                Json.tree(
                        """
                        {"id":"%s","external_id":"<a@customer.com>","ticket_number":"TW-2026-000001","connector_id":"%s",
                         "connector":"Acme mail","platform":"email","subject":"Login not working",
                         "description":"I can't log in.","status":"new","priority":null,"customer_name":"Dana Fox",
                         "customer_email":"dana@customer.com","assignee":null,"category":null,"channel":"email","tags":[],
                         "url":null,"created_at":"2026-07-01T08:59:58.000Z","updated_at":null,"needs_enrichment":false}
                        """
                                .formatted(ticketOf("<a@customer.com>"), Written.CONNECTOR)),
                ticket);
    }

    @Test
    void messageIsToldUnderItsOwnIdAndTheTicketUnderItsOwn() {
        Inbound mail = mail("<a@customer.com>").get();

        TrackedBatch batch = track(mail);

        assertEquals("<a@customer.com>", batch.emissions.get(0).event().subject());
        assertEquals(mail.event().id(), batch.emissions.get(0).event().id());
        assertEquals(
                ticketOf("<a@customer.com>").toString(),
                batch.emissions.get(1).event().subject());
        assertEquals(
                Ids.of(mail.event().id(), "ticket.created"),
                batch.emissions.get(1).event().id());
    }

    @Test
    void answerInTheSameBatchIsAddedToTheTicket() {
        TrackedBatch batch = track(
                mail("<a@customer.com>").get(),
                mail("<b@customer.com>")
                        .answering("<agent@acme.example>", "<a@customer.com>")
                        .with("text", "Any news?\n> We look into it.")
                        .with("new_text", "Any news?")
                        .with("marks", List.of(Map.of("kind", "quote", "from", 10, "to", 27)))
                        .get());

        assertEquals(join(MAKES_A_TICKET, ADDS_TO_A_TICKET), types(batch));
        JsonNode value = values(batch).get(3);
        assertEquals(
                ticketOf("<a@customer.com>").toString(), value.at("/ticket/id").textValue());
        assertEquals(
                Json.tree(
                        """
                        {"id":"<b@customer.com>","author_name":"Dana Fox","author_email":"dana@customer.com",
                         "author_type":"customer","text":"Any news?\\n> We look into it.","public":true,
                         "created_at":"2026-07-01T08:59:58.000Z","message_id":"<b@customer.com>","new_text":"Any news?",
                         "marks":[{"kind":"quote","from":10,"to":27}]}
                        """),
                value.path("conversation"));
        assertEquals("<b@customer.com>", batch.conversations.get(0).messageId());
    }

    @Test
    void answerToAnAnswerFindsTheTicketToo() {
        track(mail("<a@customer.com>"));
        track(mail("<b@customer.com>").answering("<a@customer.com>"));

        TrackedBatch batch = track(mail("<c@customer.com>").answering("<b@customer.com>"));

        assertEquals(ADDS_TO_A_TICKET, types(batch));
    }

    @Test
    void sameIdsOfAnotherConnectorLeadNowhere() {
        track(mail("<a@customer.com>"));

        TrackedBatch batch =
                track(mail("<b@customer.com>").answering("<a@customer.com>").connector(Ids.of("other")));

        assertEquals(MAKES_A_TICKET, types(batch));
    }

    @Test
    void batchThatIsReadAgainHasNoSecondEffect() {
        Inbound[] all = {
            mail("<a@customer.com>").get(),
            mail("<b@customer.com>").answering("<a@customer.com>").get()
        };
        track(all);

        TrackedBatch again = track(all);

        assertEquals(List.of(), again.emissions);
        assertEquals(List.of(), again.reports);
        assertEquals(Map.of(), again.threads.changed);
        assertEquals(Map.of(), again.changedTickets);
    }

    @Test
    void mailToTwoOfOurAddressesIsSaidOnce() {
        track(mail("<a@customer.com>"));

        TrackedBatch batch = track(mail("<a@customer.com>").event("other").with("to", "sales@acme.example"));

        assertEquals(NO_TICKET, types(batch));
        assertEquals(ticketOf("<a@customer.com>"), batch.reports.get(0).ticketId());
    }

    @Test
    void mailerThatRepeatsItsIdsIsStillHeard() {
        track(mail("<a@customer.com>"));

        TrackedBatch batch = track(mail("<a@customer.com>").event("other").with("text", "Something else"));

        assertEquals(ADDS_TO_A_TICKET, types(batch));
    }

    @Test
    void idOfAnothersMailLeadsItsThiefToATicketOfHisOwn() {
        track(mail("<1@localhost>"));

        TrackedBatch batch = track(eve("<1@localhost>", "Mine"), eve("<1@localhost>", "Mine too"));

        assertEquals(join(MAKES_A_TICKET, ADDS_TO_A_TICKET), types(batch));
        UUID ticket = batch.reports.get(0).ticketId();
        assertNotEquals(ticketOf("<1@localhost>"), ticket);
        assertEquals(ticket, batch.reports.get(1).ticketId());
        assertEquals("eve@other.com", tickets.get(ticket).ticket().customerEmail());
        assertEquals(
                "dana@customer.com",
                tickets.get(ticketOf("<1@localhost>")).ticket().customerEmail());
    }

    @Test
    void idThatTwoUseLeadsEachToHisOwn() {
        track(mail("<1@localhost>"));
        UUID ticket = track(eve("<1@localhost>", "Mine")).reports.get(0).ticketId();

        TrackedBatch ofDana = track(mail("<b@customer.com>").answering("<1@localhost>"));
        TrackedBatch ofEve = track(eve("<c@other.com>", "Any news?", "<1@localhost>"));
        TrackedBatch again = track(mail("<1@localhost>").event("again").with("text", "Something else"));

        assertEquals(ticketOf("<1@localhost>"), ofDana.reports.get(0).ticketId());
        assertEquals(ticket, ofEve.reports.get(0).ticketId());
        assertEquals(ticketOf("<1@localhost>"), again.reports.get(0).ticketId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolved", "closed", "deleted"})
    void ticketStaysAsItIsWhenAnotherComesUnderItsId(String end) {
        track(mail("<1@localhost>"));
        become("<1@localhost>", end);
        Known before = tickets.get(ticketOf("<1@localhost>"));

        TrackedBatch batch = track(eve("<1@localhost>", "Mine"));

        assertEquals(MAKES_A_TICKET, types(batch));
        assertEquals(before, tickets.get(ticketOf("<1@localhost>")));
        UUID made = batch.reports.get(0).ticketId();
        assertEquals(Set.of(made), batch.changedTickets.keySet());
        assertEquals(
                made, Ids.ticket(Written.CONNECTOR, tickets.get(made).ticket().externalId()));
    }

    @Test
    void eachTimeAnIdIsUsedAfterItsTicketIsClosedIsANewTicket() {
        Set<UUID> made = new HashSet<>();
        for (String text : List.of("One", "Two", "Three", "Two")) {
            UUID ticket = track(chat("1", text).event("event " + made.size()))
                    .reports
                    .get(0)
                    .ticketId();
            made.add(ticket);
            tickets.computeIfPresent(ticket, (id, known) -> closed(known));
        }

        assertEquals(4, made.size());
    }

    @Test
    void ticketIsSoughtUnderEveryNameThatTheMessageMayGiveIt() {
        Inbound mail = eve("<1@localhost>", "Mine");
        track(mail("<1@localhost>"));
        Set<UUID> sought = new Threads(Map.of(), Map.of(), WINDOW).tickets(Received.in(List.of(mail)));

        TrackedBatch batch = track(mail);

        assertEquals(Set.of(ticketOf("<1@localhost>"), batch.reports.get(0).ticketId()), sought);
    }

    @Test
    void whereAThiefIsLedIsReadFromTheDatabaseToo() {
        Inbound mail = eve("<1@localhost>", "Mine");
        track(mail("<1@localhost>"));

        TrackedBatch batch = track(mail);

        assertTrue(Threads.keys(Received.in(List.of(mail))).containsAll(batch.threads.changed.keySet()));
    }

    @Test
    void nameOfATicketIsBoundedHoweverLongTheId() {
        String id = "\uD83D\uDE00".repeat(255);
        track(mail(id));

        TrackedBatch batch = track(eve(id, "Mine"));

        String externalId =
                tickets.get(batch.reports.get(0).ticketId()).ticket().externalId();
        assertEquals(255, externalId.codePointCount(0, externalId.length()));
    }

    @Test
    void chatOfWhichPartsHaveOneIdIsOneTicketWhateverTheEnds() {
        track(chat("v1", "First part"));

        TrackedBatch batch = track(chat("v1", "Second part").event("other").with("from", "+15550100009"));

        assertEquals(ADDS_TO_A_TICKET, types(batch));
    }

    @Test
    void strangerWhoNamedATicketIsNotItsCustomerForAnsweringHimself() {
        know("open", "cfo@customer.com");
        track(mail("<a@customer.com>").forTicket("TW-2026-000042"));

        TrackedBatch stranger = track(mail("<b@customer.com>").answering("<a@customer.com>"));
        TrackedBatch customer =
                track(mail("<c@customer.com>").answering("<b@customer.com>").with("from", "CFO@customer.com"));

        assertOnlyTheCustomerIsCalledOne(stranger, customer);
    }

    @Test
    void whoAnswersWhereTheCustomerIsNotKnownIsTakenForHim() {
        know("open", null);
        track(mail("<a@customer.com>").forTicket("TW-2026-000042"));

        TrackedBatch batch = track(mail("<b@customer.com>").answering("<a@customer.com>"));

        assertEquals(
                "customer", values(batch).get(1).at("/conversation/author_type").textValue());
    }

    @Test
    void answerByWayOfAListIsAddedToItsTicket() {
        track(mail("<a@customer.com>"));

        TrackedBatch batch = track(mail("<b@customer.com>")
                .answering("<a@customer.com>")
                .automatic("list")
                .with("automatic", "list"));

        assertEquals(ADDS_TO_A_TICKET, types(batch));
        assertEquals(ticketOf("<a@customer.com>"), batch.reports.get(0).ticketId());
    }

    @Test
    void listMakesNoTicketNorIsItHeardForNamingOne() {
        know("open", null);

        TrackedBatch unknown = track(mail("<a@customer.com>").automatic("list"));
        TrackedBatch named = track(mail("<b@customer.com>").automatic("list").forTicket("TW-2026-000042"));

        assertEquals(NO_TICKET, types(unknown));
        assertEquals(NO_TICKET, types(named));
        assertNull(named.reports.get(0).ticketId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto_reply", "bounce", "loop"})
    void whatAProgramWroteMakesNoTicketAndIsAddedToNone(String why) {
        track(mail("<a@customer.com>"));

        TrackedBatch batch = track(mail("<b@customer.com>")
                .answering("<a@customer.com>")
                .automatic(why)
                .with("automatic", why));

        assertEquals(NO_TICKET, types(batch));
        assertNull(batch.reports.get(0).ticketId());
    }

    @Test
    void connectorThatMakesNoTicketsMakesNone() {
        TrackedBatch batch = track(mail("<a@customer.com>").withoutTickets());

        assertEquals(NO_TICKET, types(batch));
        assertEquals(Map.of(), batch.threads.changed);
    }

    @Test
    void connectorThatMakesNoTicketsAddsToThoseThereAre() {
        know("open", "cfo@customer.com");

        TrackedBatch batch =
                track(mail("<a@customer.com>").forTicket(Seen.TICKET).withoutTickets());

        assertEquals(ADDS_TO_A_TICKET, types(batch));
        assertEquals(Seen.TICKET, batch.reports.get(0).ticketId());
    }

    @Test
    void numberOfATicketLeadsToItWhoeverWritesButOnlyItsCustomerIsCalledOne() {
        know("open", "cfo@customer.com");

        TrackedBatch stranger = track(mail("<a@customer.com>").forTicket("TW-2026-000042"));
        TrackedBatch customer =
                track(mail("<b@customer.com>").forTicket("TW-2026-000042").with("from", "cfo@customer.com"));

        assertOnlyTheCustomerIsCalledOne(stranger, customer);
    }

    @Test
    void whatIsAnsweredCountsForMoreThanWhatIsNamed() {
        know("open", null);
        track(mail("<a@customer.com>"));

        TrackedBatch batch =
                track(mail("<b@customer.com>").answering("<a@customer.com>").forTicket("TW-2026-000042"));

        assertEquals(ticketOf("<a@customer.com>"), batch.reports.get(0).ticketId());
    }

    @Test
    void ticketsThatDoNotExistLeadNowhere() {
        TrackedBatch batch =
                track(mail("<a@customer.com>").forTicket(Ids.of("nothing")).forTicket("TW-1999-000001"));

        assertEquals(MAKES_A_TICKET, types(batch));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resolved", "closed"})
    void ticketOfAPlatformKeepsItsStatus(String status) {
        know(status, null);

        TrackedBatch batch = track(mail("<a@customer.com>").forTicket(Seen.TICKET));

        assertEquals(ADDS_TO_A_TICKET, types(batch));
        assertEquals(status, tickets.get(Seen.TICKET).ticket().status());
    }

    @Test
    void answerReopensAResolvedTicketThatWasMadeFromAMessage() {
        track(mail("<a@customer.com>"));
        become("<a@customer.com>", "resolved");

        TrackedBatch batch = track(mail("<b@customer.com>").answering("<a@customer.com>"));

        assertEquals(REOPENS_A_TICKET, types(batch));
        assertEquals(
                "{\"status\":{\"from\":\"resolved\",\"to\":\"open\"}}",
                values(batch).get(1).path("changes").toString());
        assertEquals("open", values(batch).get(2).at("/ticket/status").textValue());
        assertTrue(batch.changedTickets.get(ticketOf("<a@customer.com>")).ofMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"closed", "deleted"})
    void answerToATicketThatIsOverForGoodMakesANewOne(String end) {
        track(mail("<a@customer.com>"));
        become("<a@customer.com>", end);

        TrackedBatch batch = track(mail("<b@customer.com>").answering("<a@customer.com>"));

        assertEquals(MAKES_A_TICKET, types(batch));
        assertEquals(ticketOf("<b@customer.com>"), batch.reports.get(0).ticketId());
    }

    @Test
    void messagesOfAConversationAreOneTicket() {
        TrackedBatch batch =
                track(chat("w1", "Hello").get(), chat("w2", "I can't log in").get());

        assertEquals(join(MAKES_A_TICKET, ADDS_TO_A_TICKET), types(batch));
        JsonNode said = values(batch).get(3).path("conversation");
        assertEquals("+15550100002", said.path("author_name").textValue());
        assertTrue(said.path("author_email").isNull());
        assertEquals("customer", said.path("author_type").textValue());
    }

    @Test
    void conversationIsOverWhenNobodyHasSaidAnythingForLong() {
        track(chat("w1", "Hello"));
        track(chat("w2", "Are you there?").at(NINE.plus(WINDOW)));

        TrackedBatch within = track(chat("w3", "?").at(NINE.plus(WINDOW).plus(WINDOW)));
        TrackedBatch after = track(
                chat("w4", "Hello again").at(NINE.plus(WINDOW.multipliedBy(3)).plusMillis(1)));

        assertEquals(ADDS_TO_A_TICKET, types(within));
        assertEquals(MAKES_A_TICKET, types(after));
    }

    @Test
    void conversationReopensItsResolvedTicket() {
        track(chat("w1", "Hello"));
        become("w1", "resolved");

        TrackedBatch batch = track(chat("w2", "It is back"));

        assertEquals(REOPENS_A_TICKET, types(batch));
    }

    @Test
    void conversationWhoseTicketIsClosedMakesANewOneAndGoesOnWithThat() {
        track(chat("w1", "Hello"));
        become("w1", "closed");

        TrackedBatch batch =
                track(chat("w2", "Hello").get(), chat("w3", "Me again").get());

        assertEquals(join(MAKES_A_TICKET, ADDS_TO_A_TICKET), types(batch));
        assertEquals(ticketOf("w2"), batch.reports.get(1).ticketId());
    }

    @Test
    void conversationThatWentOnAtAPlatformMakesATicketOnceThatOneIsOver() {
        know("open", null);
        TrackedBatch named = track(chat("w1", "About TW-2026-000042").forTicket("TW-2026-000042"));
        TrackedBatch open = track(chat("w2", "Any news?"));
        know("resolved", null);

        TrackedBatch over = track(chat("w3", "Something new"));

        assertEquals(ADDS_TO_A_TICKET, types(named));
        assertEquals(ADDS_TO_A_TICKET, types(open));
        assertEquals(MAKES_A_TICKET, types(over));
    }

    @Test
    void chatHasItsFirstLineForASubject() {
        track(chat("w1", "\n  I can't log in  \nsince Monday"));

        assertEquals("I can't log in", tickets.get(ticketOf("w1")).ticket().subject());
        assertEquals("+15550100002", tickets.get(ticketOf("w1")).ticket().customerName());
        assertNull(tickets.get(ticketOf("w1")).ticket().customerEmail());
    }

    @Test
    void longFirstLineIsCutAtTheEndOfAWord() {
        track(chat("w1", "word ".repeat(40)));

        assertEquals(
                "word ".repeat(15) + "word…",
                tickets.get(ticketOf("w1")).ticket().subject());
    }

    @Test
    void longFirstLineWithoutWordsIsCutBetweenCharacters() {
        track(chat("w1", "\uD83D\uDE00".repeat(100)));

        assertEquals(
                "\uD83D\uDE00".repeat(80) + "…",
                tickets.get(ticketOf("w1")).ticket().subject());
    }

    @Test
    void pictureWithoutAWordMakesATicketWithoutASubject() {
        TrackedBatch batch = track(chat("w1", null).with("type", "image"));

        assertEquals(MAKES_A_TICKET, types(batch));
        assertNull(tickets.get(ticketOf("w1")).ticket().subject());
        assertNull(tickets.get(ticketOf("w1")).ticket().description());
    }

    @Test
    void descriptionLeavesOutWhatIsQuotedUnlessThatIsAll() {
        track(mail("<a@customer.com>").with("text", "See below\n> old").with("new_text", "See below"));
        track(mail("<b@customer.com>").with("text", "> forwarded").with("new_text", ""));

        assertEquals(
                "See below", tickets.get(ticketOf("<a@customer.com>")).ticket().description());
        assertEquals(
                "> forwarded",
                tickets.get(ticketOf("<b@customer.com>")).ticket().description());
    }

    @Test
    void everyMessageIsKeptWithItsTicket() {
        TrackedBatch batch = track(chat("w1", "Hello").get(), chat("w2", "Hm").get());

        assertEquals(
                List.of(ticketOf("w1"), ticketOf("w1")),
                batch.reports.stream().map(report -> report.ticketId()).toList());
    }

    @Test
    void numbersAreTakenForThoseMessagesAloneThatMayMakeATicket() {
        track(chat("w1", "Hello"));
        List<Received> messages = Received.in(List.of(
                chat("w2", "Hm").get(),
                mail("<a@customer.com>").get(),
                mail("<b@customer.com>").withoutTickets().get(),
                mail("<c@customer.com>").automatic("list").get()));
        Threads known = new Threads(threads, numbers, WINDOW);

        assertEquals(1, known.mayMake(messages, tickets, Set.of()));
        assertEquals(2, known.mayMake(messages, tickets, Set.of(ticketOf("w1"))));
    }

    @Test
    void noEventHasTheIdOfAnother() {
        track(mail("<a@customer.com>"));
        become("<a@customer.com>", "resolved");

        TrackedBatch batch = track(mail("<b@customer.com>").answering("<a@customer.com>"));

        List<UUID> ids =
                batch.emissions.stream().map(emission -> emission.event().id()).toList();
        assertEquals(ids.size(), new HashSet<>(ids).size());
    }

    @Test
    void keysOfAThreadAreWrittenInOneOrder() {
        TrackedBatch batch = track(
                Stream.of("e", "d", "c", "b", "a").map(id -> mail(id).get()).toArray(Inbound[]::new));

        List<UUID> keys = List.copyOf(batch.threads.changed.keySet());
        assertEquals(keys.stream().sorted().toList(), keys);
        assertFalse(keys.isEmpty());
    }

    /** A ticket of a platform, under the number TW-2026-000042. */
    private void know(String status, String email) {
        Known known = ((Transition.Happened) Lifecycle.next(
                        null,
                        Seen.ticket().connector("Acme Zendesk").status(status).get(),
                        Seen.CONNECTOR,
                        () -> "TW-2026-000042"))
                .now();
        TicketObservation customer = new TicketObservation(
                Seen.TICKET,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                email,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null);
        Transition described = Lifecycle.next(known, customer, Seen.CONNECTOR, () -> null);
        tickets.put(
                Seen.TICKET,
                described instanceof Transition.Happened happened
                        ? happened.now()
                        : ((Transition.Silent) described).now());
        numbers.put("TW-2026-000042", Seen.TICKET);
    }

    private void become(String messageId, String status) {
        UUID id = ticketOf(messageId);
        Known known = tickets.get(id);
        tickets.put(
                id,
                status.equals("deleted")
                        ? known.gone(known.ticket())
                        : ((Transition.Happened) Lifecycle.next(
                                        known, TicketObservation.ofStatus(id, status), Written.CONNECTOR, () -> null))
                                .now());
    }

    private static Known closed(Known known) {
        return ((Transition.Happened) Lifecycle.next(
                        known,
                        TicketObservation.ofStatus(known.ticket().id(), "closed"),
                        Written.CONNECTOR,
                        () -> null))
                .now();
    }

    /** A mail of somebody else. */
    private static Inbound eve(String id, String text, String... answered) {
        return mail(id).event(id + text)
                .with("from", "eve@other.com")
                .with("contact_name", "Eve")
                .with("text", text)
                .answering(answered)
                .get();
    }

    private TrackedBatch track(Written written) {
        return track(written.get());
    }

    private TrackedBatch track(Inbound... records) {
        TrackedBatch batch = new TrackedBatch(
                new Ledger(List.copyOf(dealtWith), Set.of(), Duration.ofMinutes(10)),
                tickets,
                new HashMap<>(),
                new Threads(threads, numbers, WINDOW),
                IntStream.generate(() -> ++lastNumber)
                        .mapToObj("TW-2026-%06d"::formatted)
                        .iterator(),
                NINE);
        List.of(records).forEach(batch::apply);
        dealtWith.addAll(batch.entries);
        threads.putAll(batch.threads.changed);
        batch.emissions.forEach(emission ->
                Schemas.assertValid(emission.type().type(), emission.event().data()));
        return batch;
    }

    private static List<String> join(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<String> types(TrackedBatch batch) {
        return batch.emissions.stream().map(emission -> emission.event().type()).toList();
    }

    private static List<JsonNode> values(TrackedBatch batch) {
        return batch.emissions.stream()
                .map(emission -> Json.read(emission.event().data(), JsonNode.class))
                .toList();
    }

    private static void assertOnlyTheCustomerIsCalledOne(TrackedBatch stranger, TrackedBatch customer) {
        assertEquals(ADDS_TO_A_TICKET, types(stranger));
        assertTrue(values(stranger).get(1).at("/conversation/author_type").isNull());
        assertEquals(
                "customer",
                values(customer).get(1).at("/conversation/author_type").textValue());
    }
}
