package io.ticketwire.intelligence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

import io.ticketwire.event.EventCodec;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.Insight;
import io.ticketwire.event.Topic;
import io.ticketwire.event.Topics;
import io.ticketwire.intelligence.history.Before;
import io.ticketwire.intelligence.history.HistoryTable;
import io.ticketwire.platform.Batch;
import io.ticketwire.platform.Contexts;
import io.ticketwire.platform.Drain;

/**
 * Reads what customers write, batch by batch: history, then judgement, then the broker, then the offsets.
 *
 * <p>A crash after the broker reads the batch again. What is published then has the same ids, and the tracker lets nothing
 * pass twice.
 */
@ApplicationScoped
public class MessageConsumer {

    private static final Logger LOG = Logger.getLogger(MessageConsumer.class);

    private final HistoryTable history;
    private final Analyst analyst;
    private final EventPublisher publisher;
    private final String inbound;
    private final IntelligenceSettings settings;
    private final Tally tally;
    private final Drain drain;

    MessageConsumer(
            HistoryTable history,
            Analyst analyst,
            EventPublisher publisher,
            Topics topics,
            IntelligenceSettings settings,
            Tally tally,
            Drain drain) {
        this.history = history;
        this.analyst = analyst;
        this.publisher = publisher;
        this.inbound = topics.name(Topic.INBOUND);
        this.settings = settings;
        this.tally = tally;
        this.drain = drain;
    }

    /** Deals with a batch; completes when its offsets may be committed. */
    @Incoming("tickets")
    public Uni<Void> read(ConsumerRecords<String, byte[]> messages) {
        List<Heard.Judged> batch = new ArrayList<>();
        messages.forEach(message -> hear(message, batch));
        return drain.track(Batch.process("intelligence", batch, this::process, (heard, cause) -> {
            bury(heard, cause);
            return Uni.createFrom().voidItem();
        }));
    }

    private void hear(ConsumerRecord<String, byte[]> message, List<Heard.Judged> batch) {
        Heard heard = EventCodec.decode(message)
                .map(event -> Heard.of(event, settings.maxText()))
                .orElseGet(() -> new Heard.Skipped("unreadable"));
        if (heard instanceof Heard.Judged judged) {
            batch.add(judged);
        } else if (heard instanceof Heard.Skipped skipped) {
            tally.skipped(skipped.reason()).increment();
        }
    }

    private Uni<Void> process(List<Heard.Judged> batch) {
        return history.before(batch.stream().map(Heard.Judged::origin).toList(), settings.historyWindow())
                .chain(before -> judge(batch, before))
                .chain(this::publish);
    }

    /** On a thread that may take its time. */
    private Uni<List<Finding>> judge(List<Heard.Judged> batch, Map<UUID, Before> before) {
        return Contexts.onCallersContext(Uni.createFrom()
                .item(() -> analyst.judge(batch, before, Instant.now(), this::bury))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private Uni<Void> publish(List<Finding> findings) {
        List<ProducerRecord<String, byte[]>> messages = findings.stream()
                .flatMap(finding -> Announcement.of(finding, inbound).stream())
                .toList();
        return publisher.publishAll(messages).invoke(() -> findings.forEach(this::published));
    }

    private void published(Finding finding) {
        String alarm = finding.alarm().map(told -> told.kind().word()).orElse(Tally.NO_ALARM);
        if (finding.insight() != null) {
            published(finding, finding.insight(), alarm);
        } else if (finding.alarm().isPresent()) {
            tally.read("none", alarm).increment();
        } else {
            tally.skipped("no_text").increment();
        }
    }

    private void published(Finding finding, Insight insight, String alarm) {
        String level = insight.hostility().level();
        tally.read(level, alarm).increment();
        Duration latency = Duration.between(finding.heard().event().receivedAt(), Instant.now());
        tally.latency().record(latency.isNegative() ? Duration.ZERO : latency);
        LOG.debugf(
                "Read: event %s, ticket %s, language %s, sentiment %s, hostility %s, escalation %d, alarm %s, %s ms",
                insight.eventId(),
                insight.ticketId(),
                insight.language().code(),
                insight.sentiment().label(),
                level,
                insight.escalation().score(),
                alarm,
                insight.tookMs());
    }

    /** Without the cause's own words: they may quote the text. */
    private void bury(Heard.Judged heard, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        LOG.errorf(
                "A message can't be read and is passed over: event %s, %s at %s",
                heard.event().id(), cause.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        tally.buried().increment();
    }
}
