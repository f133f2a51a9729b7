package io.ticketwire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.ConnectorEntity;
import io.ticketwire.connector.ConnectorRequest;
import io.ticketwire.connector.ConnectorStore;
import io.ticketwire.connector.ConnectorType;
import io.ticketwire.connector.Connectors;
import io.ticketwire.endpoint.Endpoint;
import io.ticketwire.endpoint.EndpointEntity;
import io.ticketwire.endpoint.EndpointRequest;
import io.ticketwire.endpoint.EndpointStore;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
import io.ticketwire.platform.Contexts;
import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.platform.ProblemException;

/**
 * A connector that takes anything and an endpoint that leads to the inspector, so that the first curl shows the whole flow.
 *
 * <pre>
 *   marker there            -> made before: nothing, whatever became of them
 *   anything configured     -> somebody's data: only the marker
 *   nothing configured      -> both, in one transaction; then the marker
 * </pre>
 *
 * A crash before the commit leaves nothing, one after it is told by the ids: so at the next start it is as if there had been none.
 */
@ApplicationScoped
public class Demo {

    static final UUID CONNECTOR = Ids.of("demo connector");
    static final UUID ENDPOINT = Ids.of("demo endpoint");
    static final String PATH = "/inspect/demo";

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final String TICKETS = "/api/webhooks/tickets";
    private static final String MARKER = "demo-made";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Vertx vertx;
    private final ConnectorStore connectorStore;
    private final Connectors connectors;
    private final EndpointStore endpointStore;
    private final Endpoints endpoints;
    private final Path marker;

    Demo(
            Vertx vertx,
            ConnectorStore connectorStore,
            Connectors connectors,
            EndpointStore endpointStore,
            Endpoints endpoints,
            PlatformSettings settings) {
        this.vertx = vertx;
        this.connectorStore = connectorStore;
        this.connectors = connectors;
        this.endpointStore = endpointStore;
        this.endpoints = endpoints;
        this.marker = Path.of(settings.local().dataDir()).resolve(MARKER);
    }

    /** Makes the demo if it is its time, and returns when this process works from it. Blocks. */
    void makeOnce(int port) {
        if (Files.exists(marker)) {
            return;
        }
        try {
            transaction(() -> nothingIsConfigured()
                    .chain(nothing -> nothing ? make(port) : Uni.createFrom().voidItem()));
            refresh();
            Files.createDirectories(marker.getParent());
            Files.writeString(marker, "");
        } catch (ProblemException refused) {
            LOG.infof(
                    "No demo: its endpoint would be %s, which ticketwire.delivery.allowed-networks and allow-http forbid",
                    url(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the demo's endpoint follow the port of this process. One that was pointed elsewhere stays there. Blocks. */
    void follow(int port) {
        Optional<URI> led = endpoints.find(ENDPOINT).map(Endpoint::url).filter(Demo::isOurs);
        if (led.isEmpty() || led.get().getPort() == port) {
            return;
        }
        ObjectNode patch = Json.mapper().createObjectNode().put("url", url(port));
        try {
            transaction(() -> endpointStore.change(ENDPOINT, patch).replaceWithVoid());
            refresh();
        } catch (ProblemException refused) {
            LOG.warnf("The demo's endpoint still leads to %s: %s is not allowed", led.get(), url(port));
        }
    }

    /** The path that takes tickets, if the demo's connector is still there; it is named in it where there are others. */
    Optional<String> ticketsPath() {
        Set<String> types = ConnectorType.ALL.stream().map(ConnectorType::type).collect(Collectors.toSet());
        boolean alone = connectors.enabled(types).size() == 1;
        return connectors
                .find(CONNECTOR)
                .filter(Connector::enabled)
                .map(connector -> alone ? TICKETS : TICKETS + "?connectorId=" + CONNECTOR);
    }

    /** Whether what is delivered can be seen in the inspector. */
    boolean showsDeliveries() {
        return endpoints
                .find(ENDPOINT)
                .filter(endpoint -> endpoint.enabled() && isOurs(endpoint.url()))
                .isPresent();
    }

    private static Uni<Boolean> nothingIsConfigured() {
        return ConnectorEntity.count()
                .chain(connectors -> EndpointEntity.count().map(endpoints -> connectors + endpoints == 0));
    }

    private Uni<Void> make(int port) {
        ConnectorRequest connector = new ConnectorRequest("Demo", "webhook", null, null, null, null, null, null);
        EndpointRequest endpoint = EndpointRequest.of("Demo inspector", url(port), List.of("*"));
        return connectorStore
                .create(CONNECTOR, connector)
                .chain(() -> endpointStore.create(ENDPOINT, endpoint))
                .replaceWithVoid();
    }

    private void transaction(Supplier<Uni<Void>> work) {
        await(Contexts.onNewContext(vertx, () -> Panache.withTransaction(work)));
    }

    private void refresh() {
        await(connectors.refresh(CONNECTOR).chain(() -> endpoints.refresh(ENDPOINT)));
    }

    private static void await(Uni<Void> work) {
        work.await().atMost(PATIENCE);
    }

    private static boolean isOurs(URI url) {
        return "localhost".equals(url.getHost()) && PATH.equals(url.getPath());
    }

    private static String url(int port) {
        return "http://localhost:" + port + PATH;
    }
}
