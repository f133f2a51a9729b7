package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.Json;
import io.ticketwire.platform.Sha256;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.BirdAndVonageVectors;
import io.ticketwire.testing.EmbeddedStack;
import io.ticketwire.testing.InboundMailVectors;
import io.ticketwire.testing.MailReportVectors;
import io.ticketwire.testing.MessagingVectors;
import io.ticketwire.testing.Vector;
import io.ticketwire.testing.Vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Every vector of the signature schemes through the real routes, in both forms, as from behind a proxy. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class SignatureVectorsTest extends Scenario {

    static List<Vector> vectors() {
        return Stream.of(
                        Vectors.all(),
                        MessagingVectors.signed(),
                        BirdAndVonageVectors.all(),
                        MailReportVectors.all(),
                        List.of(InboundMailVectors.SENDGRID, InboundMailVectors.STANDARD_WEBHOOKS))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aPublishedSignatureIsRightWithTheConnectorInThePath(Vector vector) {
        String connector = gateway.connectorOf(vector.type(), vector.connector());

        HttpResponse<String> answer = inPath(connector, vector);

        assertNotEquals(401, answer.statusCode(), answer.body());
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 400, () -> answer.statusCode() + answer.body());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aPublishedSignatureIsRightWithTheConnectorInTheQueryUnlessTheUrlIsSigned(Vector vector) {
        String connector = gateway.connectorOf(vector.type(), vector.connector());

        HttpResponse<String> answer = inQuery(connector, vector);

        boolean urlIsSigned = vector == Vectors.HUBSPOT_V2
                || vector == Vectors.HUBSPOT_V3
                || List.of("twilio", "plivo", "messagebird", "bird").contains(vector.type());
        assertEquals(urlIsSigned, answer.statusCode() == 401, answer.body());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theSameSignatureOverAnotherBodyIsRefusedInBothForms(Vector vector) {
        String connector = gateway.connectorOf(vector.type(), vector.connector());

        assertEquals(401, inPath(connector, vector.forged()).statusCode());
        assertEquals(401, inQuery(connector, vector.forged()).statusCode());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void eitherSecretIsAcceptedWhileOneIsRotated(Vector vector) {
        String connector = gateway.connectorOf(vector.type(), rotated(vector.connector()));

        assertNotEquals(401, inPath(connector, vector).statusCode());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theExplanationAgreesAndHoldsNoSecret(Vector vector) {
        String connector = gateway.connectorOf(vector.type(), vector.connector());

        JsonNode right = explain(connector, vector);
        JsonNode forged = explain(connector, vector.forged());

        assertEquals("verified", right.path("verdict").textValue(), right::toPrettyString);
        assertEquals("refused", forged.path("verdict").textValue(), forged::toPrettyString);
        assertEquals("mismatch", forged.path("reason").textValue());
        assertEquals(401, forged.at("/answer/status").intValue());
        secrets(vector.connector())
                .forEach(secret -> assertFalse(forged.toString().contains(secret)));
    }

    @Test
    void theQueryThatNamesTheConnectorIsSignedWithThePublicUrl() {
        Vector vector = Vectors.HUBSPOT_V2;
        String connector = gateway.connectorOf(vector.type(), vector.connector());
        String secret = secrets(vector.connector()).get(0);
        String url = "https://www.example.com/webhook_uri?connectorId=" + connector;
        String signed = secret + "POST" + url + new String(vector.body(), UTF_8);

        HttpResponse<String> answer = inQuery(
                connector, vector.with("X-HubSpot-Signature", HexFormat.of().formatHex(Sha256.of(signed))));

        assertEquals(400, answer.statusCode(), "past the signature, where this vector's body is no JSON");
    }

    @Test
    void aProxyThatAddsAQueryIsSignedWithIt() {
        Vector vector = Vectors.HUBSPOT_V2;
        String connector = gateway.connectorOf(vector.type(), vector.connector());

        HttpResponse<String> answer = gateway.call(
                "POST",
                "/api/webhooks/connectors/" + connector + "?added=1",
                vector.body(),
                vector.headers().toArray(String[]::new));

        assertEquals(401, answer.statusCode());
        String hints = explain(connector, vector, "/api/webhooks/connectors/" + connector + "?added=1")
                .path("hints")
                .toString();
        assertTrue(hints.contains("right for the URL https://www.example.com/webhook_uri"), hints);
    }

    private HttpResponse<String> inPath(String connector, Vector vector) {
        return gateway.callback(connector, vector.body(), vector.headers().toArray(String[]::new));
    }

    private HttpResponse<String> inQuery(String connector, Vector vector) {
        return gateway.call(
                "POST",
                vector.route() + "?connectorId=" + connector,
                vector.body(),
                vector.headers().toArray(String[]::new));
    }

    private JsonNode explain(String connector, Vector vector) {
        return explain(connector, vector, "/api/webhooks/connectors/" + connector);
    }

    private JsonNode explain(String connector, Vector vector, String url) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < vector.headers().size(); i += 2) {
            headers.put(vector.headers().get(i), vector.headers().get(i + 1));
        }
        HttpResponse<String> answer = gateway.post(
                "/api/v1/connectors/" + connector + "/explain",
                Map.of(
                        "url",
                        url,
                        "headers",
                        headers,
                        "body_base64",
                        Base64.getEncoder().encodeToString(vector.body())));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.tree(answer.body());
    }

    /** The same with every secret behind a newer one. */
    private static Map<String, Object> rotated(Map<String, ?> connector) {
        Map<String, Object> rotated = new LinkedHashMap<>(connector);
        rotated.computeIfPresent("webhook_secret", (key, secret) -> List.of("the-new-secret", secret));
        rotated.computeIfPresent("credentials", (key, credentials) -> {
            Map<String, Object> both = new LinkedHashMap<>();
            ((Map<?, ?>) credentials)
                    .forEach((name, secret) -> both.put(
                            (String) name, name.equals("method") ? secret : List.of("the-new-secret", secret)));
            return both;
        });
        return rotated;
    }

    private static List<String> secrets(Map<String, ?> connector) {
        return connector.containsKey("webhook_secret")
                ? List.of((String) connector.get("webhook_secret"))
                : ((Map<?, ?>) connector.get("credentials"))
                        .entrySet().stream()
                                .filter(credential -> !credential.getKey().equals("method"))
                                .map(credential -> (String) credential.getValue())
                                .toList();
    }
}
