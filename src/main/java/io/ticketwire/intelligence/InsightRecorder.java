package io.ticketwire.intelligence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.event.Event;
import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventType;
import io.ticketwire.event.Insight;
import io.ticketwire.event.Json;
import io.ticketwire.intelligence.clean.CustomerText;
import io.ticketwire.intelligence.history.AlarmKind;
import io.ticketwire.intelligence.history.InsightTable;
import io.ticketwire.intelligence.history.Kept;
import io.ticketwire.intelligence.history.Origin;
import io.ticketwire.intelligence.history.Read;
import io.ticketwire.intelligence.similar.SimilarTickets;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Contexts;
import io.ticketwire.platform.Drain;

/**
 * Keeps what was read, batch by batch: rows, then offsets. An insight holds no text and does not say whether its ticket was
 * escalated: both are found in the log of events, by the id of the message's event.
 */
@ApplicationScoped
public class InsightRecorder {

    private static final Logger LOG = Logger.getLogger(InsightRecorder.class);

    /** An insight that came by an event. */
    private record Analyzed(Event event, Insight insight) {

        /** Of the events that may have escalated the ticket for the message. */
        private Stream<UUID> alarmIds() {
            return Arrays.stream(AlarmKind.values()).map(kind -> kind.eventId(insight.eventId()));
        }

        /** Null if the ticket was not escalated for the message. */
        private AlarmKind alarm(Set<UUID> known) {
            AlarmKind alarm = null;
            for (AlarmKind kind : AlarmKind.values()) {
                alarm = known.contains(kind.eventId(insight.eventId())) ? kind : alarm;
            }
            return alarm;
        }
    }

    private final InsightTable table;
    private final IntelligenceSettings settings;
    private final MeterRegistry metrics;
    private final Drain drain;

    InsightRecorder(InsightTable table, IntelligenceSettings settings, MeterRegistry metrics, Drain drain) {
        this.table = table;
        this.settings = settings;
        this.metrics = metrics;
        this.drain = drain;
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("insights")
    public Uni<Void> record(ConsumerRecords<String, byte[]> messages) {
        List<Analyzed> batch = new ArrayList<>(messages.count());
        messages.forEach(message -> analyzed(message).ifPresent(batch::add));
        return drain.track(Batch.process("insights", batch, this::process, this::bury));
    }

    private Optional<Analyzed> analyzed(ConsumerRecord<String, byte[]> message) {
        try {
            Event event = EventCodec.decode(message).orElseThrow();
            if (!event.type().equals(EventType.TICKET_ANALYZED.type())) {
                return Optional.empty();
            }
            JsonNode insight = Json.read(event.data(), JsonNode.class).required("insight");
            return Optional.of(new Analyzed(event, complete(Json.read(insight.toString(), Insight.class))));
        } catch (RuntimeException unreadable) {
            LOG.errorf("No insight that can be read: %s-%d@%d", message.topic(), message.partition(), message.offset());
            buried();
            return Optional.empty();
        }
    }

    /** Public topics are open to other producers: what is not whole would fail a whole batch later. */
    private static Insight complete(Insight insight) {
        Stream.of(
                        insight.ticketId(),
                        insight.eventId(),
                        insight.language(),
                        insight.sentiment(),
                        insight.hostility(),
                        insight.urgency(),
                        insight.category(),
                        insight.escalation())
                .forEach(Objects::requireNonNull);
        return insight;
    }

    private Uni<Void> process(List<Analyzed> batch) {
        List<UUID> causes =
                batch.stream().map(analyzed -> analyzed.insight().eventId()).toList();
        List<UUID> alarms = batch.stream().flatMap(Analyzed::alarmIds).toList();
        return table.known(alarms)
                .chain(known -> table.events(causes).chain(events -> kept(batch, events, known)))
                .chain(table::save);
    }

    /** On a thread that may take its time. */
    private Uni<List<Kept>> kept(List<Analyzed> batch, Map<UUID, Event> events, Set<UUID> alarms) {
        return Contexts.onCallersContext(Uni.createFrom()
                .item(() -> batch.stream()
                        .map(analyzed -> kept(analyzed, events, alarms))
                        .toList())
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private Kept kept(Analyzed analyzed, Map<UUID, Event> events, Set<UUID> alarms) {
        Insight insight = analyzed.insight();
        AlarmKind alarm = analyzed.alarm(alarms);
        Event cause = events.get(insight.eventId());
        if (cause != null && Heard.of(cause, settings.maxText()) instanceof Heard.Said said) {
            // Cleaned again, and not read again: all else that was read is in the insight.
            String cleaned = CustomerText.of(
                            said.message().text(), said.message().newText())
                    .text();
            return new Kept(
                    read(said.origin(), Analyst.words(said.kind(), insight.autoReply(), cleaned), insight, alarm),
                    said.kind() == Heard.Kind.REPLY,
                    beginning(said.message().subject()),
                    beginning(cleaned),
                    insight);
        }
        Event event = analyzed.event();
        Origin origin = new Origin(
                insight.eventId(), insight.ticketId(), event.connectorId(), null, event.time(), event.receivedAt());
        return new Kept(read(origin, null, insight, alarm), false, null, null, insight);
    }

    private Read read(Origin origin, Long words, Insight insight, AlarmKind alarm) {
        return Analyst.read(origin, words, insight, alarm, Analyst.limits(settings));
    }

    private static String beginning(String text) {
        return text == null ? null : SimilarTickets.compared(text);
    }

    private Uni<Void> bury(Analyzed analyzed, Throwable cause) {
        LOG.errorf(
                "An insight can't be kept: event %s, %s",
                analyzed.event().id(), cause.getClass().getName());
        buried();
        return Uni.createFrom().voidItem();
    }

    private void buried() {
        metrics.counter("ticketwire.intelligence.buried").increment();
    }
}
