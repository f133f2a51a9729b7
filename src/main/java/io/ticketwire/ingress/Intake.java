package io.ticketwire.ingress;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.ConnectorSettings;
import io.ticketwire.connector.Connectors;
import io.ticketwire.ingress.BodyReader.Body;
import io.ticketwire.ingress.Outcome.Refusal;

/**
 * The way of a request: choose the connector, read the body, and what {@link Processing} does. When the outcome is
 * {@link Outcome.Accepted} or {@link Outcome.Kept}, the broker has it.
 */
@ApplicationScoped
public class Intake {

    private final Connectors connectors;
    private final Providers providers;
    private final BodyReader bodies;
    private final Processing processing;
    private final MeterRegistry metrics;
    private final Optional<String> publicUrl;
    private final int maxInFlight;
    private final AtomicInteger inFlight = new AtomicInteger();

    Intake(
            Connectors connectors,
            Providers providers,
            BodyReader bodies,
            Processing processing,
            IngressSettings settings,
            ConnectorSettings reached,
            MeterRegistry metrics) {
        this.connectors = connectors;
        this.providers = providers;
        this.bodies = bodies;
        this.processing = processing;
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
        return take(choose(types, connectorId), request);
    }

    private Uni<Outcome> take(ConnectorChoice choice, HttpServerRequest request) {
        if (inFlight.incrementAndGet() > maxInFlight) {
            inFlight.decrementAndGet();
            return Uni.createFrom().item(counted(refused(Refusal.BUSY, "Too many requests are under way")));
        }
        return Uni.createFrom()
                .deferred(() -> admit(choice, request))
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
        ConnectorChoice choice = choose(types, connectorId);
        boolean called = choice instanceof ConnectorChoice.Chosen chosen
                && providers.of(chosen.connector().type()).isCalledBy(request.method());
        return called ? take(choice, request) : Uni.createFrom().item(greet(choice, request));
    }

    /**
     * Answers a GET or HEAD, by which a provider asks whether the address is ours.
     *
     * @param types the connector types that the route serves
     * @param connectorId as in the request; null if it has none
     */
    Outcome greet(Set<String> types, String connectorId, HttpServerRequest request) {
        return greet(choose(types, connectorId), request);
    }

    private Outcome greet(ConnectorChoice choice, HttpServerRequest request) {
        return counted(greeted(choice, request));
    }

    private Outcome greeted(ConnectorChoice choice, HttpServerRequest http) {
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

    private ConnectorChoice choose(Set<String> types, String connectorId) {
        return connectors.loaded()
                ? ConnectorChoice.of(connectors, types, connectorId)
                : new ConnectorChoice.None(refused(Refusal.BUSY, "The service is starting"));
    }

    private Uni<Outcome> admit(ConnectorChoice choice, HttpServerRequest request) {
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
        IncomingRequest incoming = request(http, mediaType, ((Body.Read) body).content());
        return processing.of(new Visit(incoming, connector, provider));
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

    private static Outcome.Refused refused(Refusal refusal, String detail) {
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
