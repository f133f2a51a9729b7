package io.ticketwire.delivery;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.endpoint.ConfidentialHeaders;
import io.ticketwire.endpoint.SignatureScheme;
import io.ticketwire.event.DeliveryTask;
import io.ticketwire.testing.EndpointExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** The headers of outgoing requests; signatures are checked by somebody else's code. */
class DeliveryHeadersTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String PREVIOUS = "whsec_plJ3nmyCDGBKInavdOK15jsl4VWrmP4T";
    private static final String BODY = "{\"id\":\"1\",\"data\":{\"subject\":\"Grüße 😀\"}}";
    /** The verifier compares the timestamp with the clock. */
    private static final Instant NOW = Instant.now();

    private static final DeliveryTask TASK = new DeliveryTask(
            UUID.fromString("7b1f408e-03dd-5621-90cd-880a6f3599c7"),
            UUID.fromString("c5a7b1d0-52b9-4c8e-9a51-0e6f2f9f4b77"),
            UUID.fromString("1dc0bd2d-0aba-5208-b3b4-047cd54f62c5"),
            "ticket.created",
            "edcc97ee-a80b-57be-a28c-0e003ddd78bb",
            42,
            2,
            0,
            null,
            false,
            NOW,
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            BODY.getBytes(UTF_8));

    @Test
    void everyRequestSaysWhatItIs() {
        Map<String, String> headers = headers(EndpointExample.endpoint());

        assertEquals(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Ticketwire/1.2.3",
                        "X-Webhook-Event",
                        "ticket.created",
                        "X-Webhook-Delivery",
                        "7b1f408e-03dd-5621-90cd-880a6f3599c7",
                        "X-Webhook-Timestamp",
                        Long.toString(NOW.getEpochSecond()),
                        "X-Webhook-Attempt",
                        "3",
                        "X-Webhook-Sequence",
                        "42",
                        "traceparent",
                        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                headers);
    }

    @Test
    void endpointsOwnHeadersAreSentButReplaceNoneOfOurs() {
        Map<String, String> headers =
                headers(EndpointExample.endpoint().header("X-Env", "prod").header("X-Webhook-Event", "something.else"));

        assertEquals("prod", headers.get("X-Env"));
        assertEquals("ticket.created", headers.get("X-Webhook-Event"));
    }

    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void requestWithoutASecretIsNotSigned(SignatureScheme scheme) {
        Map<String, String> headers = headers(EndpointExample.endpoint().signs(scheme, null));

        assertFalse(
                headers.keySet().stream().anyMatch(name -> name.toLowerCase().contains("signature")));
    }

    @Test
    void sha256IsTheHmacOfTheBodyInHexBehindAPrefix() throws Exception {
        Map<String, String> headers = headers(EndpointExample.endpoint().signs(SignatureScheme.SHA256, SECRET));

        assertEquals("sha256=" + hmac(SECRET), headers.get("X-Webhook-Signature"));
        assertFalse(headers.containsKey("X-Webhook-Signature-Previous"));
    }

    @Test
    void hexIsTheSameWithoutThePrefix() throws Exception {
        Map<String, String> headers = headers(EndpointExample.endpoint().signs(SignatureScheme.HEX, SECRET));

        assertEquals(hmac(SECRET), headers.get("X-Webhook-Signature"));
    }

    @Test
    void bothSecretsSignDuringTheOverlapOfARotation() throws Exception {
        Map<String, String> headers = headers(EndpointExample.endpoint()
                .signs(SignatureScheme.SHA256, SECRET)
                .previously(PREVIOUS, NOW.plusSeconds(1)));

        assertEquals("sha256=" + hmac(SECRET), headers.get("X-Webhook-Signature"));
        assertEquals("sha256=" + hmac(PREVIOUS), headers.get("X-Webhook-Signature-Previous"));
    }

    @Test
    void previousSecretSignsNothingFromTheEndOfTheOverlapOn() {
        Map<String, String> headers = headers(
                EndpointExample.endpoint().signs(SignatureScheme.HEX, SECRET).previously(PREVIOUS, NOW));

        assertFalse(headers.containsKey("X-Webhook-Signature-Previous"));
    }

    @Test
    void standardSignatureIsAcceptedByTheReferenceLibrary() throws Exception {
        Webhook receiver = new Webhook(SECRET);

        Map<String, String> headers = headers(EndpointExample.endpoint().signs(SignatureScheme.STANDARD, SECRET));

        assertDoesNotThrow(() -> receiver.verify(BODY, received(headers)));
        assertEquals(TASK.id().toString(), headers.get("webhook-id"));
        assertFalse(headers.containsKey("X-Webhook-Signature"));
    }

    @Test
    void standardSignatureIsOfTheBody() throws Exception {
        Webhook receiver = new Webhook(SECRET);

        Map<String, String> headers = headers(EndpointExample.endpoint().signs(SignatureScheme.STANDARD, SECRET));

        assertThrows(WebhookVerificationException.class, () -> receiver.verify(BODY + " ", received(headers)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECRET, PREVIOUS})
    void receiverWithEitherSecretAcceptsTheStandardSignatureDuringTheOverlap(String secret) throws Exception {
        Webhook receiver = new Webhook(secret);

        Map<String, String> headers = headers(EndpointExample.endpoint()
                .signs(SignatureScheme.STANDARD, SECRET)
                .previously(PREVIOUS, NOW.plus(Duration.ofHours(24))));

        assertDoesNotThrow(() -> receiver.verify(BODY, received(headers)));
    }

    @Test
    void receiverWithThePreviousSecretRefusesTheStandardSignatureAfterTheOverlap() throws Exception {
        Webhook receiver = new Webhook(PREVIOUS);

        Map<String, String> headers = headers(EndpointExample.endpoint()
                .signs(SignatureScheme.STANDARD, SECRET)
                .previously(PREVIOUS, NOW.minusSeconds(1)));

        assertThrows(WebhookVerificationException.class, () -> receiver.verify(BODY, received(headers)));
    }

    /** Published with Standard Webhooks. */
    @Test
    void standardSignatureIsThatOfThePublishedVector() {
        String signature = DeliveryHeaders.standard(
                SECRET, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}".getBytes(UTF_8));

        assertEquals("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Proxy-Authorization",
                "X-Auth",
                "Cookie",
                "X-API-Key",
                "x-access-token",
                "My-Secret",
                "PASSWORD",
                "X-Credentials"
            })
    void headerThatMayHoldACredentialIsMasked(String name) {
        Map<String, String> masked = ConfidentialHeaders.masked(Map.of(name, "hunter2"));

        assertEquals(Map.of(name, "***"), masked);
    }

    @Test
    void headersThatHoldNoCredentialAreShown() {
        Map<String, String> headers = headers(EndpointExample.endpoint()
                .signs(SignatureScheme.STANDARD, SECRET)
                .header("X-Env", "prod"));

        Map<String, String> masked = ConfidentialHeaders.masked(headers);

        assertEquals(headers, masked);
    }

    private static Map<String, String> headers(EndpointExample endpoint) {
        return DeliveryHeaders.of(TASK, endpoint.get(), NOW, "Ticketwire/1.2.3");
    }

    private static Map<String, List<String>> received(Map<String, String> headers) {
        Map<String, List<String>> lists = headers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return HttpHeaders.of(lists, (name, value) -> true).map();
    }

    private static String hmac(String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(BODY.getBytes(UTF_8)));
    }
}
