package io.ticketwire.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.intelligence.history.Before;
import io.ticketwire.intelligence.similar.SimilarTickets;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnalystTest {

    private static final Before KNOWN = new Before(List.of(), true, 0, null);

    private static final String ANNOYED = "\"author_type\":\"customer\",\"new_text\":\"I am annoyed\"";
    private static final String THANKS = "\"author_type\":\"customer\",\"new_text\":\"thanks\"";
    private static final String IDIOTS = "\"author_type\":\"customer\",\"new_text\":\"idiots\"";

    private final List<Heard.Judged> buried = new ArrayList<>();
    private final Analyst analyst =
            new Analyst(new WordReader(), new SimilarTickets(10, 10, 1 << 20), Settings.of(IntelligenceSettings.class));

    @Test
    void twoMessagesThatComeAtOnceKnowOfEachOther() {
        // given
        judge(Events.created("\"Login\"", "\"thanks\""));

        // when
        Finding second = judge(Events.reply(ANNOYED));

        // then
        assertEquals("falling", second.insight().sentiment().trend());
        assertTrue(second.insight().escalation().reasons().contains("second contact in 7 days"));
        assertEquals(AlarmKind.MOOD, second.alarm().orElseThrow().kind());
    }

    @Test
    void aMessageThatIsReadAgainIsJudgedAsBefore() {
        // given
        Finding first = judge(Events.created("\"Login\"", "\"idiots\""));
        Finding second = judge(Events.reply(IDIOTS));

        // when
        Finding firstAgain = judge(Events.created("\"Login\"", "\"idiots\""));
        Finding secondAgain = judge(Events.reply(IDIOTS));

        // then
        assertTrue(first.alarm().isPresent());
        assertTrue(second.alarm().isEmpty());
        assertEquals(first.alarm(), firstAgain.alarm());
        assertEquals(second.alarm(), secondAgain.alarm());
        assertEquals(ids(first), ids(firstAgain));
    }

    @Test
    void whatWasNoAlarmIsNoneWhenItIsReadAgainAfterLaterMessages() {
        // given
        Finding annoyed = judge(Events.reply(ANNOYED));
        judge(Events.reply(THANKS));

        // when
        Finding again = judge(Events.reply(ANNOYED));

        // then
        assertTrue(annoyed.alarm().isEmpty());
        assertTrue(again.alarm().isEmpty());
    }

    @Test
    void whatWasAnAlarmIsTheSameWhenItIsReadAgainAfterAWorseOne() {
        // given
        judge(Events.reply(THANKS));
        Finding annoyed = judge(Events.reply(ANNOYED));
        judge(Events.reply(IDIOTS));

        // when
        Finding again = judge(Events.reply(ANNOYED));

        // then
        assertEquals(AlarmKind.MOOD, annoyed.alarm().orElseThrow().kind());
        assertEquals(AlarmKind.MOOD, again.alarm().orElseThrow().kind());
        assertEquals(AlarmKind.MOOD, again.read().alarm());
    }

    @Test
    void aTicketThatWasNeverSeenIsNotEscalated() {
        // when
        Finding finding = judge(said(Events.created("\"Login\"", "\"idiots\"")), Before.NOTHING, Events.NINE)
                .get(0);

        // then
        assertTrue(finding.alarm().isEmpty());
        assertNull(finding.insight().sentiment().trend());
    }

    @Test
    void aTicketIsEscalatedForTheInsultThatCameBeforeIt() {
        // given
        judge(said(Events.reply(IDIOTS)), Before.NOTHING, Events.NINE);

        // when
        Finding ticket = judge(Events.created("\"Login\"", "\"Does not work\""));
        Finding next = judge(Events.updated("description"));

        // then
        assertEquals(AlarmKind.HOSTILITY, ticket.alarm().orElseThrow().kind());
        assertEquals(AlarmKind.HOSTILITY, ticket.read().alarm());
        assertTrue(next.alarm().isEmpty());
    }

    @Test
    void aTicketWithoutTextIsEscalatedForTheInsultThatCameBeforeItAndForNoneThatComesSoonAfter() {
        // given
        judge(said(Events.reply(IDIOTS)), Before.NOTHING, Events.NINE);
        Event cause = Events.created("null", "null");

        // when
        Finding ticket = judge(cause);
        Finding update = judge(Events.updated("description"));
        Finding next = judge(Events.reply("\"id\":\"c2\"," + IDIOTS));

        // then
        assertEquals(
                "Hostile message that came before its ticket",
                ticket.alarm().orElseThrow().reason());
        List<ProducerRecord<String, byte[]>> messages = Announcement.of(ticket, "ticketwire.inbound");
        assertEquals(List.of("ticket.escalated"), headers(messages, EventHeaders.TYPE));
        assertEquals(
                List.of(Ids.of(cause.id(), "ticket.escalated:hostility").toString()),
                headers(messages, EventHeaders.ID));
        assertTrue(update.alarm().isEmpty());
        assertTrue(next.alarm().isEmpty());
    }

    @Test
    void aTicketWithoutTextThatIsReadAgainIsEscalatedUnderTheSameId() {
        // given
        judge(said(Events.reply(IDIOTS)), Before.NOTHING, Events.NINE);
        Finding first = judge(Events.created("null", "null"));
        judge(Events.reply("\"id\":\"c2\"," + IDIOTS));

        // when
        Finding again = judge(Events.created("null", "null"));

        // then
        assertEquals(1, ids(first).size());
        assertEquals(ids(first), ids(again));
    }

    @Test
    void aTicketWithoutTextThatNothingOvertookIsNothingToTell() {
        // when
        Finding ticket = judge(Events.created("null", "null"));

        // then
        assertEquals(List.of(), Announcement.of(ticket, "ticketwire.inbound"));
    }

    @Test
    void aTicketThatComesLateIsNotEscalatedForWhatCameLongBefore() {
        // given
        judge(said(Events.reply(IDIOTS)), Before.NOTHING, Events.NINE);
        Instant dayAfter = Events.NINE.plus(Duration.ofHours(25));
        Event ticket = Events.at(Events.NINE, dayAfter, Events.created("\"Login\"", "\"Does not work\""));

        // when
        Finding finding = judge(said(ticket), KNOWN, dayAfter).get(0);

        // then
        assertTrue(finding.alarm().isEmpty());
    }

    @Test
    void aTicketIsEscalatedForWhatWasWrittenLongBeforeAndCameNow() {
        // given
        Event old = Events.at(Events.NINE.minus(Duration.ofDays(21)), Events.NINE, Events.reply(IDIOTS));
        judge(said(old), Before.NOTHING, Events.NINE);

        // when
        Finding ticket = judge(Events.created("\"Login\"", "\"Does not work\""));

        // then
        assertEquals(AlarmKind.HOSTILITY, ticket.alarm().orElseThrow().kind());
    }

    @Test
    void aTicketIsEscalatedForWhatItSaysItselfIfThatIsAsBadAsWhatCameBeforeIt() {
        // given
        judge(said(Events.reply(IDIOTS)), Before.NOTHING, Events.NINE);

        // when
        Finding ticket = judge(Events.created("\"Login\"", "\"idiots\""));

        // then
        assertEquals(
                "Hostile message: very negative", ticket.alarm().orElseThrow().reason());
    }

    @Test
    void insultsOfHoursThatComeTogetherAreOneAlarm() {
        // given
        judge(written("02", Events.created("\"Login\"", "\"Does not work\"")));

        // when
        List<Finding> backlog = Stream.of("03", "05", "07")
                .map(hour -> judge(written(hour, Events.reply("\"id\":\"" + hour + "\"," + IDIOTS))))
                .toList();

        // then
        assertEquals(
                List.of(true, false, false),
                backlog.stream().map(finding -> finding.alarm().isPresent()).toList());
    }

    @Test
    void anotherSubjectIsNoContactAndNoSecondAlarm() {
        // given
        judge(Events.created("\"Login\"", "\"idiots\""));

        // when
        Finding retitled = judge(Events.updated("subject"));

        // then
        assertNull(retitled.read().words());
        assertTrue(retitled.alarm().isEmpty());
        assertEquals(List.of(), retitled.insight().escalation().reasons());
    }

    @Test
    void onlyATicketsOwnSubjectAndTextAreComparedWithOthers() {
        // given
        judge(Events.createdAs("7", "The app shows an empty page", "Since this morning"));

        // when
        Finding ticket = judge(Events.createdAs("8", "The app shows an empty page", "Since this morning"));
        Finding other = judge(Events.createdAs("9", "Where is my invoice for May?", "Since this morning"));
        Finding reply = judge(Events.reply(
                "\"author_type\":\"customer\",\"new_text\":\"The app shows an empty page since this morning\""));

        // then
        assertEquals(
                List.of(new Insight.Similar(Ids.ticket(Events.CONNECTOR, "7"), 1, "duplicate")),
                ticket.insight().similar());
        assertEquals(List.of(), other.insight().similar());
        assertEquals(List.of(), reply.insight().similar());
    }

    @Test
    void aTextThatTheDatabaseKeepsOtherwiseIsComparedAsItIsKept() {
        // given
        judge(Events.createdAs("7", "The app shows an em\\u0000pty page", "Since this morning"));

        // when
        Finding ticket = judge(Events.createdAs("8", "The app shows an empty page", "Since this morning"));

        // then
        assertEquals(
                List.of(new Insight.Similar(Ids.ticket(Events.CONNECTOR, "7"), 1, "duplicate")),
                ticket.insight().similar());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, true", "P1D, true", "PT24H1S, false", "P7D, false", "PT-1M, true"})
    void whatWeGotLongAgoIsReadAndKeptAndIsNoAlarmAnyMore(Duration age, boolean alarm) {
        // given
        Heard.Said said = said(Events.created("\"Login\"", "\"idiots\""));

        // when
        Finding finding =
                judge(said, KNOWN, said.event().receivedAt().plus(age)).get(0);

        // then
        assertEquals(alarm, finding.alarm().isPresent());
        assertEquals(alarm ? AlarmKind.HOSTILITY : null, finding.read().alarm());
        assertEquals("hostile", finding.insight().hostility().level());
    }

    @Test
    void aTicketThatEscalatedNothingWhenItWasOldDoesWhenTheNextMessageComes() {
        // given
        Heard.Said old = said(Events.created("\"Login\"", "\"idiots\""));
        judge(old, KNOWN, old.event().receivedAt().plus(Duration.ofDays(2)));

        // when
        Finding next = judge(Events.reply(IDIOTS));

        // then
        assertEquals(AlarmKind.HOSTILITY, next.alarm().orElseThrow().kind());
    }

    @Test
    void aMessageOnWhichReadingFailsKeepsNoOtherFromBeingRead() {
        // given
        Heard.Said unreadable = said(Events.created("\"Login\"", "\"unreadable on purpose\""));
        Heard.Said next = said(Events.reply(IDIOTS));

        // when
        List<Finding> findings =
                analyst.judge(List.of(unreadable, next), Map.of(), Events.NINE, (heard, defect) -> buried.add(heard));

        // then
        assertEquals(List.of(unreadable), buried);
        assertEquals(List.of(next), findings.stream().map(Finding::heard).toList());
    }

    @Test
    void saysWhetherTheWordsAskForAnotherPriorityThanIsSet() {
        // when
        Finding finding = judge(Events.created("\"Login\"", "\"Does not work\""));

        // then
        assertEquals(true, finding.insight().urgency().differsFromSet());
        assertEquals("words-for-tests", finding.insight().model());
    }

    @Test
    void isToldUnderIdsOfTheCauseInTheTicketsPartitionAndTheAlarmFirst() {
        // given
        Event cause = Events.created("\"Login\"", "\"idiots\"");

        // when
        List<ProducerRecord<String, byte[]>> messages = Announcement.of(judge(cause), "ticketwire.inbound");

        // then
        assertEquals(
                List.of(
                        Ids.of(cause.id(), "ticket.escalated:hostility").toString(),
                        Ids.of(cause.id(), "ticket.analyzed").toString()),
                headers(messages, EventHeaders.ID));
        assertEquals(List.of("ticket.escalated", "ticket.analyzed"), headers(messages, EventHeaders.TYPE));
        assertEquals(List.of("BY_EVENT_ID", "BY_EVENT_ID"), headers(messages, EventHeaders.REPEAT));
        assertEquals(List.of(cause.traceparent(), cause.traceparent()), headers(messages, EventHeaders.TRACE_PARENT));
        assertEquals(
                List.of(cause.receivedAt().toString(), cause.receivedAt().toString()),
                headers(messages, EventHeaders.RECEIVED_AT));
        messages.forEach(message -> assertEquals(Events.TICKET.toString(), message.key()));
        assertEquals(
                "{\"ticket\":{\"id\":\"%s\"},\"reason\":\"Hostile message: very negative\",\"by\":\"intelligence\"}"
                        .formatted(Events.TICKET),
                new String(messages.get(0).value(), UTF_8));
    }

    private Finding judge(Event event) {
        return judge((Heard.Judged) Heard.of(event, 1_000), KNOWN, Events.NINE).get(0);
    }

    private List<Finding> judge(Heard.Judged heard, Before before, Instant now) {
        return analyst.judge(List.of(heard), Map.of(heard.origin().eventId(), before), now, (unread, defect) -> {
            throw new AssertionError(defect);
        });
    }

    private static Event written(String hour, Event event) {
        return Events.at(Instant.parse("2026-07-01T" + hour + ":00:00Z"), Events.NINE, event);
    }

    private static Heard.Said said(Event event) {
        return (Heard.Said) Heard.of(event, 1_000);
    }

    private static List<String> ids(Finding finding) {
        return headers(Announcement.of(finding, "t"), EventHeaders.ID);
    }

    private static List<String> headers(List<ProducerRecord<String, byte[]>> messages, String name) {
        return messages.stream()
                .map(message -> EventCodec.find(message.headers(), name))
                .toList();
    }

    /** Tells hostile, frustrated, glad and other messages apart by one word each. */
    private static final class WordReader implements Reader {

        @Override
        public Reading read(Message message) {
            String text = message.newText() == null ? message.text() : message.newText();
            return switch (text) {
                case "idiots" -> reading(text, "very_negative", "hostile");
                case "I am annoyed" -> reading(text, "negative", "frustrated");
                case "thanks" -> reading(text, "positive", "none");
                case "unreadable on purpose" -> throw new IllegalStateException(text);
                default -> reading(text, "neutral", "none");
            };
        }

        private static Reading reading(String text, String sentiment, String hostility) {
            return new Reading(
                    new Insight.Language("en", 1),
                    new Insight.Sentiment(0, sentiment, 1, null),
                    new Insight.Hostility(hostility, 0.9, 1),
                    new Insight.Urgency("medium", 1, null),
                    new Insight.Category("other", 1),
                    List.of(),
                    new Insight.Entities(List.of(), List.of(), List.of(), List.of(), List.of()),
                    false,
                    false,
                    List.of(),
                    text,
                    "words-for-tests");
        }
    }
}
