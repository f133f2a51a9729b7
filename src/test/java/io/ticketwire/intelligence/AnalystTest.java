package io.ticketwire.intelligence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventHeaders;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Insight;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.intelligence.history.Before;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AnalystTest {

    private static final Before KNOWN = new Before(List.of(), true, 0, null);

    private final List<String> remembered = new ArrayList<>();
    private final Analyst analyst = new Analyst(
            new WordReader(),
            (reading, past, trend) -> new Insight.Escalation(10 * past.contacts(), List.of()),
            new Likes() {
                @Override
                public List<Insight.Similar> findAndAdd(UUID connectorId, UUID ticketId, String cleaned, Instant at) {
                    remembered.add(cleaned);
                    return List.of(new Insight.Similar(connectorId, 1, "duplicate"));
                }

                @Override
                public void add(UUID connectorId, UUID ticketId, String cleaned, Instant at) {}
            },
            Settings.of(IntelligenceSettings.class));

    @Test
    void twoMessagesThatComeAtOnceKnowOfEachOther() {
        // given
        judge(Events.created("\"Login\"", "\"thanks\""));

        // when
        Finding second = judge(Events.reply("\"author_type\":\"customer\",\"new_text\":\"I am annoyed\""));

        // then
        assertEquals("falling", second.insight().sentiment().trend());
        assertEquals(20, second.insight().escalation().score());
        assertEquals(AlarmKind.MOOD, second.alarm().orElseThrow().kind());
    }

    @Test
    void aMessageThatIsReadAgainIsJudgedAsBefore() {
        // given
        Finding first = judge(Events.created("\"Login\"", "\"idiots\""));
        Finding second = judge(Events.reply("\"author_type\":\"customer\",\"new_text\":\"idiots\""));

        // when
        Finding firstAgain = judge(Events.created("\"Login\"", "\"idiots\""));
        Finding secondAgain = judge(Events.reply("\"author_type\":\"customer\",\"new_text\":\"idiots\""));

        // then
        assertTrue(first.alarm().isPresent());
        assertTrue(second.alarm().isEmpty());
        assertEquals(first.alarm(), firstAgain.alarm());
        assertEquals(second.alarm(), secondAgain.alarm());
        assertEquals(ids(first), ids(firstAgain));
    }

    @Test
    void aTicketThatWasNeverSeenIsNotEscalated() {
        // when
        Finding finding =
                analyst.judge((Heard.Said) Heard.of(Events.created("\"Login\"", "\"idiots\""), 100), Before.NOTHING);

        // then
        assertTrue(finding.alarm().isEmpty());
        assertNull(finding.insight().sentiment().trend());
    }

    @Test
    void anotherSubjectIsNoContactAndNoSecondAlarm() {
        // given
        judge(Events.created("\"Login\"", "\"idiots\""));

        // when
        Finding retitled = judge(Events.updated("subject"));

        // then
        assertNull(retitled.read().words());
        assertEquals(10, retitled.insight().escalation().score());
    }

    @Test
    void onlyATicketsOwnTextIsComparedWithOthers() {
        // when
        Finding ticket = judge(Events.created("\"Login\"", "\"Does not work\""));
        Finding reply = judge(Events.reply("\"author_type\":\"customer\""));

        // then
        assertEquals(List.of("Login\nDoes not work"), remembered);
        assertEquals(1, ticket.insight().similar().size());
        assertEquals(List.of(), reply.insight().similar());
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
                "{\"ticket\":{\"id\":\"%s\"},\"reason\":\"Hostile message\",\"by\":\"intelligence\"}"
                        .formatted(Events.TICKET),
                new String(messages.get(0).value(), UTF_8));
    }

    private Finding judge(Event event) {
        return analyst.judge((Heard.Said) Heard.of(event, 1_000), KNOWN);
    }

    private static List<String> ids(Finding finding) {
        return headers(Announcement.of(finding, "t"), EventHeaders.ID);
    }

    private static List<String> headers(List<ProducerRecord<String, byte[]>> messages, String name) {
        return messages.stream()
                .map(message -> EventCodec.find(message.headers(), name))
                .toList();
    }
}
