package io.ticketwire.scenario;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.Json;
import io.ticketwire.testing.AdminToken;
import io.ticketwire.testing.CertificateServer;
import io.ticketwire.testing.DesignVectors;
import io.ticketwire.testing.EmbeddedStack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** The signature vectors of messaging and mail providers through the real routes, under the URL that they are signed for. */
@QuarkusTest
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(AdminToken.class)
@TestProfile(ScenarioProfile.class)
class MessagingVectorsTest extends Scenario {

    private static CertificateServer sns;

    @BeforeAll
    static void start() {
        sns = new CertificateServer();
    }

    @AfterAll
    static void stop() {
        sns.close();
    }

    /** Vonage's A18 is a token for no body in particular: right by its HMAC alone, which is not enough here. */
    static List<DesignVectors.Case> vectors() {
        return DesignVectors.all().stream()
                .filter(vector -> !vector.id().equals("A18"))
                .toList();
    }

    static List<DesignVectors.Case> signed() {
        return vectors().stream()
                .filter(DesignVectors.Case::accepted)
                .filter(vector -> !vector.id().equals("A14"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void aVectorComesOutAsItsSourceSays(DesignVectors.Case vector) {
        HttpResponse<String> answer = send(connector(vector, vector.credentials()), vector);

        assertEquals(vector.accepted() ? 200 : 401, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void theSameSignatureOverSomethingElseIsRefused(DesignVectors.Case vector) {
        HttpResponse<String> answer = send(connector(vector, vector.credentials()), vector.forged());

        // Gupshup signs nothing. Plivo's V2 and Mailgun do not sign the body, but an altered byte may be in what they
        // do sign.
        boolean bodyIsSigned = !List.of("A03", "A23", "A24").contains(vector.id());
        assertEquals(bodyIsSigned ? 401 : 200, answer.statusCode(), answer.body());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void aWrongSecretIsRefusedAndTheRightOneBesideItIsNot(DesignVectors.Case vector) {
        if (vector.type().equals("ses")) {
            return; // it has no secret: see SesTest
        }
        Map<String, Object> wrong = new HashMap<>(vector.credentials());
        wrong.replaceAll((key, value) -> isSecret(key) ? wrong(key) : value);
        Map<String, Object> both = new HashMap<>(vector.credentials());
        both.replaceAll((key, value) -> isSecret(key) ? List.of(wrong(key), value) : value);

        assertEquals(401, send(connector(vector, wrong), vector).statusCode());
        assertEquals(200, send(connector(vector, both), vector).statusCode());
    }

    @ParameterizedTest
    @MethodSource("signed")
    void theExplanationAgreesAndHoldsNoSecret(DesignVectors.Case vector) {
        JsonNode explained = explain(connector(vector, vector.credentials()), vector);

        String verdict = vector.id().equals("A23") ? "sender_only" : "verified";
        assertEquals(verdict, explained.path("verdict").textValue(), explained::toPrettyString);
        vector.credentials().forEach((key, value) -> {
            if (isSecret(key) && value instanceof String secret && secret.length() > 5) {
                assertFalse(explained.path("steps").toString().contains(secret), explained::toPrettyString);
            }
        });
    }

    private static boolean isSecret(String key) {
        return !List.of("header_name", "method", "topic_arns").contains(key);
    }

    private static Object wrong(String key) {
        return key.equals("public_key")
                ? "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEDbChTO0FGqLqSPDpInksnaqTsAGd1mSA/oLzIvmxZCxKJoUcLiVdBEPVsy+Wd7iXzbI8zgR5jggVQxgS8YvSSg=="
                : "whsec_bm90IHRoZSByaWdodCBvbmU=";
    }

    private String connector(DesignVectors.Case vector, Map<String, Object> credentials) {
        Map<String, Object> connector = vector.connector();
        connector.put("credentials", credentials);
        if (vector.type().equals("ses")) {
            connector.put("settings", Map.of("replay_window", "PT0S", "base_url", sns.url()));
        }
        return gateway.connectorOf(vector.type(), connector);
    }

    private HttpResponse<String> send(String connector, DesignVectors.Case vector) {
        return gateway.call(
                vector.method(),
                pathAndQuery(connector, vector),
                vector.body(),
                vector.headers().toArray(String[]::new));
    }

    private static String pathAndQuery(String connector, DesignVectors.Case vector) {
        String query = vector.url().getRawQuery();
        return "/api/webhooks/connectors/" + connector + (query == null ? "" : "?" + query);
    }

    private JsonNode explain(String connector, DesignVectors.Case vector) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < vector.headers().size(); i += 2) {
            headers.put(vector.headers().get(i), vector.headers().get(i + 1));
        }
        HttpResponse<String> answer = gateway.post(
                "/api/v1/connectors/" + connector + "/explain",
                Map.of(
                        "method", vector.method(),
                        "url", pathAndQuery(connector, vector),
                        "headers", headers,
                        "body_base64", Base64.getEncoder().encodeToString(vector.body())));
        assertEquals(200, answer.statusCode(), answer.body());
        return Json.tree(answer.body());
    }
}
