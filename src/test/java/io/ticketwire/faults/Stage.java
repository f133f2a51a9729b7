package io.ticketwire.faults;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import io.ticketwire.event.Json;
import io.ticketwire.platform.launch.EmbeddedServices.Kind;
import io.ticketwire.testing.Gateway;
import io.ticketwire.testing.Instance;

/** Broker, database and gateway in processes of their own, and two receivers: one is always well, the other fails. */
final class Stage implements AutoCloseable {

    /** What an endpoint of a run is besides its name and address: the one place for fields that the API gets. */
    private static final Map<String, Object> ENDPOINT = Map.of(
            "preset",
            "tickets",
            "disable_after",
            0,
            "events",
            List.of("ticket.created"),
            "timeout",
            "PT2S",
            "max_in_flight",
            64,
            "retry_policy",
            retries());

    final ServerProcess broker;
    final ServerProcess database;
    final SupervisedGateway gateway;
    final FlappingReceiver steady;
    final FlappingReceiver flapping;
    private final Instance instance;

    /** @param folder where data and logs are */
    Stage(Path folder) {
        Path binaries = folder.resolveSibling("postgres-binaries");
        FixedPorts ports = new FixedPorts();
        broker = new ServerProcess(Kind.KAFKA, folder.resolve("broker"), binaries, ports.next());
        database = new ServerProcess(Kind.POSTGRES, folder.resolve("database"), binaries, ports.next());
        instance = new Instance(folder.resolve("gateway"), ports.next());
        gateway = new SupervisedGateway(instance);
        steady = new FlappingReceiver(ports.next());
        flapping = new FlappingReceiver(ports.next());
    }

    /** 85 s in all: longer than a receiver fails, however its failures fall together. */
    private static List<String> retries() {
        List<String> delays = new ArrayList<>(List.of("PT0.5S", "PT1S", "PT1S", "PT2S"));
        while (delays.size() < 20) {
            delays.add("PT5S");
        }
        return delays;
    }

    /** Returns when the gateway takes callbacks. */
    Stage open() {
        try {
            openServers();
            instance.with("KAFKA_BOOTSTRAP_SERVERS", broker.reachable("kafka"))
                    .with("QUARKUS_DATASOURCE_JDBC_URL", database.reachable("jdbc"))
                    .with("QUARKUS_DATASOURCE_REACTIVE_URL", database.reachable("reactive"))
                    .with("QUARKUS_DATASOURCE_USERNAME", database.reachable("username"))
                    .with("QUARKUS_DATASOURCE_PASSWORD", database.reachable("password"))
                    .with("TICKETWIRE_SECURITY_ENCRYPTION_KEY", "dGlja2V0d2lyZS10ZXN0LWtleS0wMTIzNDU2Nzg5YWI=");
            gateway.start();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void openServers() {
        broker.launch();
        database.launch();
        broker.awaitStart();
        database.awaitStart();
    }

    Gateway api() {
        return instance.gateway();
    }

    /** Makes an endpoint for everything; gives its id. */
    UUID endpoint(String name, FlappingReceiver receiver) {
        Map<String, Object> endpoint = new HashMap<>(ENDPOINT);
        endpoint.put("name", name);
        endpoint.put("url", receiver.url());
        HttpResponse<String> made = api().post("/api/v1/endpoints", endpoint);
        if (made.statusCode() != 201) {
            throw new IllegalStateException(made.statusCode() + " " + made.body());
        }
        return UUID.fromString(Json.tree(made.body()).get("id").textValue());
    }

    /** Makes a connector that takes tickets; gives where they go to. */
    URI connector() {
        String id = api().connector("webhook", null);
        return URI.create("http://localhost:" + instance.port() + "/api/webhooks/connectors/" + id);
    }

    /** How many deliveries have which status in the database. */
    Map<String, Long> statuses() {
        Map<String, Long> statuses = new TreeMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select status, count(*) from deliveries group by status")) {
            while (rows.next()) {
                statuses.put(rows.getString(1), rows.getLong(2));
            }
            return statuses;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The attempts that have failed as far as the gateway knows. */
    Set<Attempted> failedAttempts() {
        Set<Attempted> failed = new HashSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select delivery_id, number from delivery_attempts where outcome <> 'delivered'")) {
            while (rows.next()) {
                failed.add(new Attempted(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
            return failed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The gateway first; what doesn't end keeps nothing else from it. */
    @Override
    public void close() {
        try (flapping;
                steady;
                database;
                broker;
                gateway) {
            // closed from the last to the first
        }
    }
}
