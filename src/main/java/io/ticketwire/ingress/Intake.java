package io.ticketwire.ingress;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.ConnectorSettings;
import io.ticketwire.connector.Connectors;
import io.ticketwire.event.BrokerUnavailableException;
import io.ticketwire.event.EventPublisher;
import io.ticketwire.event.UnpublishableException;
import io.ticketwire.ingress.BodyReader.Body;
import io.ticketwire.ingress.Outcome.Refusal;
import io.ticketwire.ingress.signature.Trail;

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
    private final Nonces nonces;
    private final Confirmations confirmations;
    private final AttachmentStore attachments;
    private final Vertx vertx;
    private final MeterRegistry metrics;
    private final Optional<String> publicUrl;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();

    Intake(
            Connectors connectors,
            Providers providers,
            BodyReader bodies,
            InboundRecords records,
            EventPublisher publisher,
            Nonces nonces,
            Confirmations confirmations,
            AttachmentStore attachments,
            Vertx vertx,
            IngressSettings settings,
            ConnectorSettings reached,
            MeterRegistry metrics) {
        this.connectors = connectors;
        this.providers = providers;
        this.bodies = bodies;
        this.records = records;
        this.publisher = publisher;
        this.nonces = nonces;
        this.confirmations = confirmations;
        this.attachments = attachments;
        this.vertx = vertx;
        this.metrics = metrics;
        this.publicUrl = reached.publicUrl().map(url -> url.replaceFirst("/+$", ""));
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

    /**
     * Takes in a GET of a provider that says by it what happened; of any other, answers the question whether the address is
     * ours.
     *
     * @param types the connector types that the route serves
     * @param connectorId as in the request; null if it has none
     */
    Uni<Outcome> takeOrGreet(Set<String> types, String connectorId, HttpServerRequest request) {
        boolean called = connectors.loaded()
                && ConnectorChoice.of(connectors, types, connectorId) instanceof ConnectorChoice.Chosen chosen
                && providers.of(chosen.connector().type()).isCalledBy(request.method());
        return called ? take(types, connectorId, request) : Uni.createFrom().item(greet(types, connectorId, request));
    }

    /**
     * Answers a GET or HEAD, by which a provider asks whether the address is ours.
     *
     * @param types the connector types that the route serves
     * @param connectorId as in the request; null if it has none
     */
    Outcome greet(Set<String> types, String connectorId, HttpServerRequest request) {
        return counted(greeted(types, connectorId, request));
    }

    private Outcome greeted(Set<String> types, String connectorId, HttpServerRequest http) {
        if (!connectors.loaded()) {
            return refused(Refusal.BUSY, "The service is starting");
        }
        ConnectorChoice choice = ConnectorChoice.of(connectors, types, connectorId);
        if (choice instanceof ConnectorChoice.None none) {
            return none.why();
        }
        Connector connector = ((ConnectorChoice.Chosen) choice).connector();
        if (http.method() == HttpMethod.HEAD) {
            return new Outcome.Answered(connector, "probe", Reply.EMPTY);
        }
        Greeting greeting = providers.of(connector.type()).greet(request(http, null, Content.EMPTY), connector);
        if (greeting instanceof Greeting.Welcome welcome) {
            return new Outcome.Answered(connector, "greeting", welcome.reply());
        }
        return greeting instanceof Greeting.Refused refused
                ? refused(Refusal.GREETING, refused.detail())
                : refused(Refusal.METHOD, "Connectors of this type are called by POST");
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
        return bodies.read(request, provider.readsMail()).chain(body -> Uni.createFrom()
                .deferred(() -> process(body, mediaType, request, connector, provider))
                .onTermination()
                .invoke(() -> bodies.release(body)));
    }

    private Uni<Outcome> process(
            Body body, String mediaType, HttpServerRequest http, Connector connector, Provider provider) {
        if (body instanceof Body.Unread unread) {
            return Uni.createFrom().item(refused(unread.refusal(), unread.detail()));
        }
        Visit visit = new Visit(request(http, mediaType, ((Body.Read) body).content()), connector, provider);
        return provider.readsMail()
                ? elsewhere(() -> process(visit))
                        .onFailure(UncheckedIOException.class)
                        .recoverWithItem(refused(Refusal.DISK, "The body could not be read; try again"))
                : process(visit);
    }

    /** On a thread that may wait. */
    private Uni<Outcome> elsewhere(Supplier<Uni<Outcome>> work) {
        return Uni.createFrom()
                .<Uni<Outcome>>completionStage(
                        () -> vertx.executeBlocking(work::get, false).toCompletionStage())
                .chain(outcome -> outcome);
    }

    /** A request on its way. */
    private record Visit(IncomingRequest request, Connector connector, Provider provider) {}

    private Uni<Outcome> process(Visit visit) {
        Verification verification = visit.provider().verify(visit.request(), visit.connector(), Trail.NONE);
        return verification instanceof Verification.Awaits awaits
                ? awaits.later().chain(later -> decide(later, visit))
                : decide(verification, visit);
    }

    private Uni<Outcome> decide(Verification said, Visit visit) {
        Connector connector = visit.connector();
        String nonce = nonce(said);
        boolean spent = nonces.isSpent(connector, nonce, visit.request().content());
        Verification verification = spent ? new Verification.Refused("replayed") : said;
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
                        nonces.spend(connector, nonce, visit.request().content());
                    }
                }));
    }

    private static String nonce(Verification verification) {
        if (verification instanceof Verification.Verified verified) {
            return verified.nonce();
        }
        return verification instanceof Verification.SenderOnly sender ? sender.nonce() : null;
    }

    private IncomingRequest request(HttpServerRequest http, String mediaType, Content content) {
        return new IncomingRequest(
                http.method().name(),
                publicUrl.orElseGet(() -> http.scheme() + "://" + http.authority()),
                http.uri(),
                mediaType,
                http.headers(),
                content,
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private Uni<Outcome> take(Verification verification, Visit visit) {
        boolean verified = verification instanceof Verification.Verified;
        Connector connector = visit.connector();
        Reading reading = visit.provider().read(visit.request(), connector);
        Outcome outcome = Outcome.of(reading, connector, visit.provider().acknowledgement(reading, connector));
        if (reading instanceof Reading.Events events) {
            return attachments
                    .store(connector, events.attachments())
                    .chain(stored -> stored
                            ? durable(messages(events, visit, verified), outcome)
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
                ? durable(List.of(dead(nothing, visit, verified)), outcome)
                : Uni.createFrom().item(outcome);
    }

    private List<ProducerRecord<String, byte[]>> messages(Reading.Events events, Visit visit, boolean verified) {
        List<ProducerRecord<String, byte[]>> messages = new ArrayList<>(records.events(
                events.events(),
                visit.request(),
                visit.connector(),
                verified,
                visit.provider().credentialFields()));
        if (events.beside() != null) {
            messages.add(dead(events.beside(), visit, verified));
        }
        return messages;
    }

    private ProducerRecord<String, byte[]> dead(Reading.Nothing nothing, Visit visit, boolean verified) {
        return records.dead(
                nothing,
                visit.request(),
                visit.connector(),
                verified,
                visit.provider().credentialFields());
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

    private Outcome counted(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            count("accepted", "type", accepted.connector().type());
        } else if (outcome instanceof Outcome.Kept kept) {
            count("kept", "reason", kept.reason());
        } else if (outcome instanceof Outcome.Answered answered) {
            count("answered", "reason", answered.reason());
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
