package io.ticketwire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Pool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.connector.Connectors;
import io.ticketwire.endpoint.Endpoints;
import io.ticketwire.platform.PlatformSettings;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(Standalone.class)
class DemoTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Demo demo;

    @Inject
    Connectors connectors;

    @Inject
    Endpoints endpoints;

    @Inject
    Pool pool;

    @Inject
    PlatformSettings settings;

    @BeforeEach
    void nothingIsConfigured() throws IOException {
        deleteEverything();
        Files.deleteIfExists(marker());
    }

    @AfterEach
    void deleteEverything() {
        for (String table : new String[] {"connectors", "endpoints"}) {
            pool.query("delete from " + table).execute().await().atMost(PATIENCE);
        }
        connectors.refresh().await().atMost(PATIENCE);
        endpoints.refresh().await().atMost(PATIENCE);
    }

    @Test
    void aTicketThatIsPostedArrivesSignedAtTheInspector() {
        // given
        demo.makeOnce(RestAssured.port);
        given().delete(Demo.PATH);

        // when
        given().contentType("application/json")
                .body("{\"id\":\"demo-1\",\"subject\":\"Login not working\",\"status\":\"open\"}")
                .post(demo.ticketsPath().orElseThrow())
                .then()
                .statusCode(200)
                .body(equalTo("{\"ok\":true,\"status\":\"received\",\"connector\":\"Demo\"}"));

        // then
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> given().get(Demo.PATH)
                .then()
                .rootPath("items.find { it.json.event == 'ticket.created' }")
                .body("json.data.ticket.subject", equalTo("Login not working"))
                .body("signature_valid", equalTo(true)));
    }

    @Test
    void theDemoIsMadeOnceAndStaysDeleted() {
        // given
        demo.makeOnce(8080);
        assertTrue(demo.showsDeliveries());
        deleteEverything();

        // when
        demo.makeOnce(8080);

        // then
        assertTrue(connectors.find(Demo.CONNECTOR).isEmpty());
        assertTrue(endpoints.find(Demo.ENDPOINT).isEmpty());
    }

    @Test
    void aStartThatDiedBeforeItWasNotedIsRepeatedWithoutHarm() throws IOException {
        // given
        demo.makeOnce(8080);
        Files.delete(marker());

        // when
        demo.makeOnce(8080);

        // then
        assertEquals(1, rows("connectors"));
        assertEquals(1, rows("endpoints"));
        assertTrue(Files.exists(marker()));
    }

    @Test
    void whoHasConfiguredSomethingGetsNoDemo() {
        // given
        AdminToken.admin().body("{\"name\":\"Mine\",\"type\":\"webhook\"}").post("/api/v1/connectors");

        // when
        demo.makeOnce(8080);

        // then
        assertTrue(connectors.find(Demo.CONNECTOR).isEmpty());
        assertFalse(demo.showsDeliveries());
        assertEquals(1, rows("connectors"));
    }

    @Test
    void theEndpointFollowsThePort() {
        // given
        demo.makeOnce(8080);

        // when
        demo.follow(18123);

        // then
        assertEquals("http://localhost:18123/inspect/demo", url());
    }

    @Test
    void anEndpointThatWasPointedElsewhereStaysThere() {
        // given
        demo.makeOnce(8080);
        AdminToken.admin()
                .body("{\"url\":\"http://localhost:9999/mine\"}")
                .patch("/api/v1/endpoints/" + Demo.ENDPOINT)
                .then()
                .statusCode(200);

        // when
        demo.follow(18123);

        // then
        assertEquals("http://localhost:9999/mine", url());
    }

    private String url() {
        return endpoints.find(Demo.ENDPOINT).orElseThrow().url().toString();
    }

    private long rows(String table) {
        return pool.query("select count(*) from " + table)
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }

    private Path marker() {
        return Path.of(settings.local().dataDir()).resolve("demo-made");
    }
}
