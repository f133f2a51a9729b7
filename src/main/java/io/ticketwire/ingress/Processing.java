package io.ticketwire.ingress;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.BrokerUnavailableException;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.UnpublishableException;
import io.ticketwire.ingress.Outcome.Refusal;
import io.ticketwire.ingress.signature.Trail;

/**
 * What becomes of a request whose body is there: verify it, read what it says, publish that. Of a mail, on a thread that may
 * wait. What is {@link Outcome.Taken} is durable: attachments first, then the events, which name them.
 */
@ApplicationScoped
public class Processing {

    private static final Logger LOG = Logger.getLogger(Processing.class);

    private final InboundRecords records;
    private final EventPublisher publisher;
    private final Nonces nonces;
    private final Confirmations confirmations;
    private final AttachmentStore attachments;
    private final Vertx vertx;
    private final MeterRegistry metrics;

    Processing(
            InboundRecords records,
            EventPublisher publisher,
            Nonces nonces,
            Confirmations confirmations,
            AttachmentStore attachments,
            Vertx vertx,
            MeterRegistry metrics) {
        this.records = records;
        this.publisher = publisher;
        this.nonces = nonces;
        this.confirmations = confirmations;
        this.attachments = attachments;
        this.vertx = vertx;
        this.metrics = metrics;
    }

    Uni<Outcome> of(Visit visit) {
        return where(visit, () -> process(visit));
    }

    private Uni<Outcome> where(Visit visit, Supplier<Uni<Outcome>> work) {
        return visit.provider().takesLong() ? elsewhere(work) : work.get();
    }

    /** On a thread that may wait; the body may be on disk. */
    private Uni<Outcome> elsewhere(Supplier<Uni<Outcome>> work) {
        return Uni.createFrom()
                .<Uni<Outcome>>completionStage(
                        () -> vertx.executeBlocking(work::get, false).toCompletionStage())
                .chain(outcome -> outcome)
                .onFailure(UncheckedIOException.class)
                .recoverWithItem(refused(Refusal.DISK, "The body could not be read; try again"));
    }

    private Uni<Outcome> process(Visit visit) {
        Verification verification = visit.provider().verify(visit.request(), visit.connector(), Trail.NONE);
        return verification instanceof Verification.Awaits awaits
                ? awaits.later().chain(later -> where(visit, () -> decide(later, visit)))
                : decide(verification, visit);
    }

    private Uni<Outcome> decide(Verification said, Visit visit) {
        Connector connector = visit.connector();
        Nonces.Use nonce = nonces.use(connector, nonce(said), visit.request().content());
        Verification verification = nonce.isSpent() ? new Verification.Refused("replayed") : said;
        if (verification instanceof Verification.Refused refused) {
            LOG.infof("Signature refused: %s, %s", refused.reason(), connector);
            countUnverified("refused", connector, refused.reason());
        } else if (verification instanceof Verification.Undecided undecided) {
            LOG.infof("Signature can't be checked now: %s, %s", undecided.reason(), connector);
            countUnverified("undecided", connector, undecided.reason());
        }
        return Outcome.of(verification)
                .map(outcome -> Uni.createFrom().item(outcome))
                .orElseGet(() -> take(verification, visit).invoke(outcome -> {
                    if (outcome instanceof Outcome.Taken) {
                        nonce.spend();
                    }
                }));
    }

    private static String nonce(Verification verification) {
        if (verification instanceof Verification.Verified verified) {
            return verified.nonce();
        }
        return verification instanceof Verification.SenderOnly sender ? sender.nonce() : null;
    }

    private Uni<Outcome> take(Verification verification, Visit visit) {
        boolean verified = verification instanceof Verification.Verified;
        Connector connector = visit.connector();
        Reading reading = visit.provider().read(visit.request(), connector);
        Outcome outcome = Outcome.of(reading, connector, visit.provider().acknowledgement(reading, connector));
        if (reading instanceof Reading.Events events) {
            // Made here, where a body on disk may be read, and not when the attachments are stored.
            List<ProducerRecord<String, byte[]>> messages = messages(events, visit, verified);
            return attachments
                    .store(connector, events.attachments())
                    .chain(stored -> stored
                            ? durable(messages, outcome)
                            : Uni.createFrom()
                                    .item(refused(
                                            Refusal.ATTACHMENTS_UNAVAILABLE,
                                            "The attachments could not be stored; try again")));
        }
        if (reading instanceof Reading.Confirmation confirmation) {
            return confirmations
                    .confirm(connector, confirmation.url())
                    .map(confirmed ->
                            confirmed ? outcome : refused(Refusal.UNCONFIRMED, "The confirmation failed; try again"));
        }
        return reading instanceof Reading.Nothing nothing
                ? durable(List.of(records.dead(nothing, visit, verified)), outcome)
                : Uni.createFrom().item(outcome);
    }

    private List<ProducerRecord<String, byte[]>> messages(Reading.Events events, Visit visit, boolean verified) {
        List<ProducerRecord<String, byte[]>> messages =
                new ArrayList<>(records.events(events.events(), visit, verified));
        if (events.beside() != null) {
            messages.add(records.dead(events.beside(), visit, verified));
        }
        return messages;
    }

    private Uni<Outcome> durable(List<ProducerRecord<String, byte[]>> messages, Outcome outcome) {
        return publisher
                .publishAll(messages)
                .replaceWith(outcome)
                .onFailure(BrokerUnavailableException.class)
                .recoverWithItem(refused(Refusal.BROKER_UNAVAILABLE, "The event could not be stored; try again"))
                .onFailure(UnpublishableException.class)
                .recoverWithItem(refused(Refusal.TOO_LARGE, "The event is larger than the broker takes"));
    }

    private void countUnverified(String what, Connector connector, String reason) {
        metrics.counter("ticketwire.ingress.signature." + what, "type", connector.type(), "reason", reason)
                .increment();
    }

    private static Outcome refused(Refusal refusal, String detail) {
        return new Outcome.Refused(refusal, detail);
    }
}
