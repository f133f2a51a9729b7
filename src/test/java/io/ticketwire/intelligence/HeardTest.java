package io.ticketwire.intelligence;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.event.Event;
import io.ticketwire.intelligence.history.Origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HeardTest {

    private static final int MAX_TEXT = 100;

    static Stream<Arguments> said() {
        return Stream.of(
                arguments(Events.created("\"Login\"", "\"Does not work\""), Heard.Kind.TICKET),
                arguments(Events.created("\"Login\"", "null"), Heard.Kind.TICKET),
                arguments(Events.created("null", "\"Does not work\""), Heard.Kind.TICKET),
                arguments(Events.updated("description"), Heard.Kind.TICKET),
                arguments(Events.updated("status", "subject", "description"), Heard.Kind.TICKET),
                arguments(Events.updated("subject"), Heard.Kind.TITLE),
                arguments(Events.changed("ticket.reopened", "status", "description"), Heard.Kind.TICKET),
                arguments(Events.changed("ticket.reopened", "status", "subject"), Heard.Kind.TITLE),
                arguments(Events.changed("ticket.resolved", "status", "description"), Heard.Kind.TICKET),
                arguments(Events.changed("ticket.resolved", "status", "subject"), Heard.Kind.TITLE),
                arguments(Events.reply("\"author_type\":\"customer\",\"public\":true"), Heard.Kind.REPLY),
                arguments(Events.reply("\"author_type\":\"customer\",\"public\":null"), Heard.Kind.REPLY),
                arguments(Events.reply("\"author_email\":\"DANA@customer.com\""), Heard.Kind.REPLY));
    }

    @ParameterizedTest
    @MethodSource("said")
    void whatACustomerSaysIsRead(Event event, Heard.Kind kind) {
        // when
        Heard heard = Heard.of(event, MAX_TEXT);

        // then
        assertEquals(kind, assertInstanceOf(Heard.Said.class, heard).kind());
    }

    static Stream<Arguments> skipped() {
        return Stream.of(
                arguments(Events.reply("\"author_type\":\"customer\",\"text\":\" \""), "no_text"),
                arguments(Events.updated("status"), "no_new_text"),
                arguments(Events.updated(), "no_new_text"),
                arguments(Events.changed("ticket.reopened", "status"), "no_new_text"),
                arguments(Events.changed("ticket.resolved", "status"), "no_new_text"),
                arguments(Events.reply(""), "not_customer"),
                arguments(Events.reply("\"author_type\":null,\"author_email\":null"), "not_customer"),
                arguments(Events.reply("\"author_email\":\"bo@acme.example\""), "not_customer"),
                arguments(
                        Events.reply("\"author_type\":\"agent\",\"author_email\":\"dana@customer.com\""),
                        "not_customer"),
                arguments(Events.reply("\"author_type\":\"bot\""), "not_customer"),
                arguments(Events.reply("\"author_type\":\"customer\",\"public\":false"), "not_public"),
                arguments(Events.of("ticket.created", "no JSON"), "unreadable"),
                arguments(Events.of("ticket.resolved", "no JSON"), "unreadable"),
                arguments(
                        Events.of("ticket.created", "{\"ticket\":{\"id\":\"7\",\"subject\":\"Login\"}}"), "unreadable"),
                arguments(Events.of("ticket.created", "{\"ticket\":{\"subject\":\"Login\"}}"), "unreadable"),
                arguments(Events.of("ticket.created", "{}"), "unreadable"),
                arguments(Events.of("conversation.added", "[]"), "not_customer"));
    }

    @Test
    void aTicketThatComesWithoutTextIsKnownFromThenOn() {
        // given
        Event empty = Events.created("null", "null");
        Event blank = Events.created("\" \"", "\"\\n\"");

        // when
        Heard.Opened opened = assertInstanceOf(Heard.Opened.class, Heard.of(empty, MAX_TEXT));

        // then
        assertEquals(empty.id(), opened.origin().eventId());
        assertEquals(Events.TICKET, opened.origin().ticketId());
        assertInstanceOf(Heard.Opened.class, Heard.of(blank, MAX_TEXT));
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void whatIsNoCustomersWordIsSkippedForAReason(Event event, String reason) {
        assertEquals(new Heard.Skipped(reason), Heard.of(event, MAX_TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ticket.escalated", "ticket.deleted", "feedback.received", "of.later.versions"})
    void otherEventsAreNotLookedInto(String type) {
        assertEquals(new Heard.Other(), Heard.of(Events.of(type, "no JSON"), MAX_TEXT));
    }

    @Test
    void saysWhoHasSaidWhatAndWhen() {
        // given
        Event event = Events.created("\"Login\"", "\"Does not work\"");

        // when
        Heard.Said said = (Heard.Said) Heard.of(event, MAX_TEXT);

        // then
        assertEquals(
                new Origin(
                        event.id(),
                        Events.TICKET,
                        Events.CONNECTOR,
                        "dana@customer.com",
                        Events.NINE,
                        event.receivedAt()),
                said.origin());
        assertEquals(new Message("Login", "Does not work", null, null), said.message());
        assertEquals("high", said.priority());
    }

    @Test
    void nothingWasWrittenAfterItCame() {
        // given
        Event early = Events.at(Events.NINE.plusSeconds(86_400), Events.NINE, Events.created("\"Login\"", "null"));

        // when
        Heard.Said said = (Heard.Said) Heard.of(early, MAX_TEXT);

        // then
        assertEquals(Events.NINE, said.origin().at());
    }

    @Test
    void aReplyIsReadWithoutTheTicketsSubjectAndWithWhatIsNewInIt() {
        // when
        Heard.Said said =
                (Heard.Said) Heard.of(Events.reply("\"author_type\":\"customer\",\"new_text\":\"News?\""), MAX_TEXT);

        // then
        assertEquals(new Message(null, "Any news?", null, "News?"), said.message());
    }

    @Test
    void ofALongTextTheBeginningIsRead() {
        // when
        Heard.Said said = (Heard.Said) Heard.of(Events.created("null", "\"" + "a".repeat(101) + "\""), MAX_TEXT);

        // then
        assertNull(said.message().subject());
        assertEquals(100, said.message().text().length());
    }

    @Test
    void whatIsHeardIsWhatTheDatabaseCanKeep() {
        // given
        String reply =
                "\"conversation\":{\"author_type\":\"customer\",\"text\":\"Any n\\u0000ews?\",\"new_text\":\"n\\u0000ews?\"}";
        Event event = Events.of(
                "conversation.added",
                "{\"ticket\":{\"id\":\"%s\",\"customer_email\":\"d\\u0000ana@customer.com\"},%s}"
                        .formatted(Events.TICKET, reply));

        // when
        Heard.Said said = (Heard.Said) Heard.of(event, MAX_TEXT);
        Heard.Said ticket = (Heard.Said) Heard.of(Events.created("\"Log\\u0000in\"", "\"\\ud83dBroken\""), MAX_TEXT);

        // then
        assertEquals(new Message(null, "Any news?", null, "news?"), said.message());
        assertEquals("dana@customer.com", said.origin().customer());
        assertEquals(new Message("Login", "\uFFFDBroken", null, null), ticket.message());
    }

    @Test
    void aLongTextIsNotCutWithinACharacter() {
        // when
        Heard.Said said =
                (Heard.Said) Heard.of(Events.created("null", "\"" + "a".repeat(99) + "\uD83D\uDE80\""), MAX_TEXT);

        // then
        assertEquals("a".repeat(99), said.message().text());
    }

    @Test
    void aTextOfWhichNothingCanBeKeptIsNone() {
        assertInstanceOf(Heard.Opened.class, Heard.of(Events.created("null", "\" \\u0000\""), MAX_TEXT));
    }
}
