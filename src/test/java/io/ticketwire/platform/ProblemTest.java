package io.ticketwire.platform;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.EmbeddedStack;

import static io.ticketwire.testing.AdminToken.admin;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
class ProblemTest {

    private static final String CONNECTORS = "/api/v1/connectors";
    private static final int MEBIBYTE = 1024 * 1024;

    @TestHTTPResource("/")
    URL base;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "null",
                "\"x\"",
                "{\"name\":}",
                "{\"name\":\"a\",\"name\":\"b\",\"type\":\"webhook\"}",
                "{\"name\":\"x\",\"type\":\"webhook\"} {}",
                "{\"name\":[\"x\"],\"type\":\"webhook\"}",
                "not json"
            })
    void aBodyThatCannotBeReadIsAProblemInWordsOfJson(String body) {
        Response answer = admin().body(body).post(CONNECTORS);

        assertEquals(400, answer.statusCode(), answer::asString);
        assertEquals("application/problem+json", answer.contentType());
        assertFalse(answer.asString().matches("(?s).*(io\\.ticketwire|jackson|java\\.|Exception).*"), answer::asString);
    }

    @Test
    void whatIsNotThereIsAProblem() {
        admin().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        admin().get(CONNECTORS + "/not-an-id").then().statusCode(404).contentType("application/problem+json");
        admin().get("/nothing").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void aMethodThatIsNotAllowedSaysWhichAre() {
        admin().put(CONNECTORS)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("POST"));
    }

    @Test
    void mediaTypesThatDoNotFitAreProblems() {
        RestAssured.given()
                .header("Authorization", "Bearer " + AdminToken.VALUE)
                .contentType("text/plain")
                .body("x")
                .post(CONNECTORS)
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        admin().accept("text/csv").get(CONNECTORS).then().statusCode(406).contentType("application/problem+json");
    }

    @Test
    void aNumberThatIsNoneIsTheCallersMistake() {
        admin().get(CONNECTORS + "?limit=many").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedByItsAnnouncedLength() {
        admin().body(" ".repeat(MEBIBYTE + 1))
                .post(CONNECTORS)
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
    }

    @Test
    void aChunkedBodyThatIsTooLargeIsRefusedAndASmallOneIsRead() throws IOException {
        assertTrue(chunked("{\"name\":\"x\",\"type\":\"webhook\"}").startsWith("HTTP/1.1 201"));
        String refused = chunked("{\"name\":\"" + "x".repeat(MEBIBYTE));
        assertTrue(refused.startsWith("HTTP/1.1 413"), refused);
        assertTrue(refused.contains("application/problem+json"), refused);
    }

    @Test
    void theDescriptionOfTheApiIsServed() {
        RestAssured.given()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Ticketwire"))
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("paths.'/api/v1/connectors'.post.summary", equalTo("Create a connector"));
        RestAssured.given().get("/q/swagger-ui").then().statusCode(404);
    }

    private String chunked(String body) throws IOException {
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST " + CONNECTORS + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + AdminToken.VALUE
                                    + "\r\nContent-Type: application/json\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i += 65536) {
                int n = Math.min(65536, bytes.length - i);
                out.write((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(bytes, i, n);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
