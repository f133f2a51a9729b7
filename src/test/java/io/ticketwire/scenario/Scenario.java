package io.ticketwire.scenario;

import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.mutiny.sqlclient.Pool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.Flow;
import io.ticketwire.testing.Gateway;
import io.ticketwire.testing.Receiver;

/** What the scenarios share: the gateway over HTTP, and receivers that end with the test, their endpoints with them. */
abstract class Scenario {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    @TestHTTPResource("/")
    URL url;

    @Inject
    Pool database;

    Gateway gateway;
    private final List<Receiver> receivers = new ArrayList<>();

    @BeforeEach
    void open() {
        gateway = new Gateway(url.toString().replaceAll("/$", ""), AdminToken.VALUE);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    @AfterEach
    void close() {
        gateway.get("/api/v1/endpoints?limit=200")
                .get("items")
                .forEach(endpoint ->
                        gateway.delete("/api/v1/endpoints/" + endpoint.get("id").textValue()));
        receivers.forEach(Receiver::close);
    }

    /** A receiver of what this test sends, and of nothing that another has left on its way. */
    Receiver receiver() {
        if (receivers.isEmpty()) {
            new Flow(database).awaitNothingUnderWay();
        }
        Receiver receiver = new Receiver();
        receivers.add(receiver);
        return receiver;
    }

    /** An id that no other test uses. */
    static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static String ticket(String id, String status) {
        return """
                {"ticket":{"id":"%s","subject":"Login not working","status":"%s","priority":"high",
                 "requester":{"email":"cfo@customer.com"}}}"""
                .formatted(id, status);
    }
}
