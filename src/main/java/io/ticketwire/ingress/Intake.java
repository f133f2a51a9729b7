package io.ticketwire.ingress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.Connectors;
import io.ticketwire.event.BrokerUnavailableException;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.UnpublishableException;
import io.ticketwire.ingress.BodyReader.Body;
import io.ticketwire.ingress.Outcome.Refusal;

/**
 * The way of a request: choose the connector, read the body, verify, read what it says, publish. When the outcome is
 * {@link Outcome.Accepted} or {@link Outcome.Kept}, the broker has it.
 */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final Connectors connectors;
    private final Providers providers;
    private final BodyReader bodies;
    private final InboundRecords records;
    private final EventPublisher publisher;
    private final MeterRegistry metrics;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();

    Intake(
            Connectors connectors,
            Providers providers,
            BodyReader bodies,
            InboundRecords records,
            EventPublisher publisher,
            IngressSettings settings,
            MeterRegistry metrics) {
        this.connectors = connectors;
        this.providers = providers;
        this.bodies = bodies;
        this.records = records;
        this.publisher = publisher;
        this.metrics = metrics;
        this.maxInFlight = settings.maxInFlight();
        Gauge.builder("ticketwire.ingress.in.flight", inFlight, AtomicInteger::get)
                .description("Requests between their first byte and their answer")
                .register(metrics);
    }

    /**
     * Takes a request in.
     *
     * @param types the connector types that the route serves
     * @param connectorId as in the request; null if it has none
     */
    Uni<Outcome> take(Set<String> types, String connectorId, HttpServerRequest request) {
        if (inFlight.incrementAndGet() > maxInFlight) {
            inFlight.decrementAndGet();
            return Uni.createFrom().item(counted(refused(Refusal.BUSY, "Too many requests are under way")));
        }
        return Uni.createFrom()
                .deferred(() -> admit(types, connectorId, request))
                .onTermination()
                .invoke(inFlight::decrementAndGet)
                .map(this::counted);
    }

    private Uni<Outcome> admit(Set<String> types, String connectorId, HttpServerRequest request) {
        if (!connectors.loaded()) {
            return Uni.createFrom().item(refused(Refusal.BUSY, "The service is starting"));
        }
        ConnectorChoice choice = ConnectorChoice.of(connectors, types, connectorId);
        if (choice instanceof ConnectorChoice.None none) {
            return Uni.createFrom().item(none.why());
        }
        Connector connector = ((ConnectorChoice.Chosen) choice).connector();
        Provider provider = providers.of(connector.type());
        String mediaType = mediaType(request);
        if (!provider.reads(mediaType)) {
            return Uni.createFrom().item(refused(Refusal.MEDIA_TYPE, "This route does not read " + mediaType));
        }
        return bodies.read(request).chain(body -> Uni.createFrom()
                .deferred(() -> process(body, mediaType, request, connector, provider))
                .onTermination()
                .invoke(() -> bodies.release(body)));
    }

    private Uni<Outcome> process(
            Body body, String mediaType, HttpServerRequest http, Connector connector, Provider provider) {
        if (body instanceof Body.Unread unread) {
            return Uni.createFrom().item(refused(unread.refusal(), unread.detail()));
        }
        IncomingRequest request = new IncomingRequest(
                http.method().name(),
                http.uri(),
                mediaType,
                http.headers(),
                ((Body.Read) body).bytes(),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
        Verification verification = provider.verify(request, connector);
        if (verification instanceof Verification.Refused refused) {
            LOG.infof("Signature refused: %s, %s", refused.reason(), connector);
            metrics.counter(
                            "ticketwire.ingress.signature.refused",
                            "type",
                            connector.type(),
                            "reason",
                            refused.reason())
                    .increment();
            return Uni.createFrom().item(refused(Refusal.SIGNATURE, "The signature is missing or wrong"));
        }
        boolean verified = verification instanceof Verification.Verified;
        return publish(provider.read(request, connector), request, connector, verified);
    }

    private Uni<Outcome> publish(Reading reading, IncomingRequest request, Connector connector, boolean verified) {
        if (reading instanceof Reading.Malformed malformed) {
            return Uni.createFrom().item(refused(Refusal.MALFORMED, malformed.detail()));
        }
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>();
        Outcome outcome;
        if (reading instanceof Reading.Events events) {
            messages.addAll(records.events(events.events(), request, connector, verified));
            List<UUID> ids = events.events().stream().map(InboundEvent::id).toList();
            outcome = new Outcome.Accepted(connector, ids);
        } else {
            Reading.Nothing nothing = (Reading.Nothing) reading;
            messages.add(records.dead(nothing, request, connector, verified));
            outcome = new Outcome.Kept(connector, nothing.reason());
        }
        return publisher
                .publishAll(messages)
                .replaceWith(outcome)
                .onFailure(BrokerUnavailableException.class)
                .recoverWithItem(refused(Refusal.BROKER_UNAVAILABLE, "The event could not be stored; try again"))
                .onFailure(UnpublishableException.class)
                .recoverWithItem(refused(Refusal.TOO_LARGE, "The event is larger than the broker takes"));
    }

    private Outcome counted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            count("accepted", "type", accepted.connector().type());
        } else if (outcome instanceof Outcome.Kept kept) {
            count("kept", "reason", kept.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            count("rejected", "reason", refused.refusal().name().toLowerCase(Locale.ROOT));
        }
        return outcome;
    }

    private void count(String what, String tag, String value) {
        metrics.counter("ticketwire.ingress." + what, tag, value).increment();
    }

    private static Outcome refused(Refusal refusal, String detail) {
        return new Outcome.Refused(refusal, detail);
    }

    private static String mediaType(HttpServerRequest request) {
        String header = request.getHeader("Content-Type");
        if (header == null || header.isBlank()) {
            return null;
        }
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .trim()
                .toLowerCase(Locale.ROOT);
    }
}
