package io.ticketwire.ingress.ticket.hubspot;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.platform.Hmac;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** HubSpot's three schemes, with the vectors of its own libraries. */
class HubspotSignatureTest {

    private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
    private static final String BODY = "{'example_field':'example_value'}";
    private static final String URL = "https://www.example.com/webhook_uri";
    private static final String V1 = "69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750";
    private static final String V2 = "4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383";
    private static final String V3 = "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=";
    private static final Instant SIGNED_AT = Instant.ofEpochMilli(1693657560000L);
    private static final Connector CONNECTOR = ConnectorExample.at(URL, ConnectorExample.signing("hubspot", SECRET));

    private final HubspotProvider provider = new HubspotProvider();

    @Test
    void vectorOfTheThirdSchemeIsVerified() {
        assertEquals(new Verification.Verified(), verify(v3(V3)));
    }

    @Test
    void vectorOfTheSecondSchemeIsVerified() {
        assertEquals(new Verification.Verified(), verify(older("v2", V2)));
    }

    @Test
    void vectorOfTheFirstSchemeIsVerified() {
        assertEquals(new Verification.Verified(), verify(older("v1", V1)));
    }

    @Test
    void signatureWithoutAVersionIsOfTheFirstScheme() {
        assertEquals(new Verification.Verified(), verify(request().header("X-HubSpot-Signature", V1)));
        assertEquals(new Verification.Refused("mismatch"), verify(request().header("X-HubSpot-Signature", V2)));
    }

    @Test
    void clientSecretAmongTheCredentialsIsAcceptedTooAlsoWhileItIsReplaced() {
        Connector connector = ConnectorExample.at(
                URL, ConnectorExample.with("hubspot", Map.of("client_secret", List.of("new", SECRET))));

        assertEquals(new Verification.Verified(), provider.verify(v3(V3).get(), connector, Trail.NONE));
    }

    @Test
    void newestSchemeThatIsGivenCountsAlone() {
        Callback callback = v3("AAAA").header("X-HubSpot-Signature", V1).header("X-HubSpot-Signature-Version", "v1");

        assertEquals(new Verification.Refused("mismatch"), verify(callback));
    }

    @ParameterizedTest
    @CsvSource({
        "v1, 69FC6631A867EDD4F9E9E627FC5C1148E3FBDD8B21837B6D2B8901C1FA57F750, mismatch",
        "v1, 69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f75, mismatch",
        "v1, sha256=69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750, mismatch",
        "v2, 69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750, mismatch",
        "v1, 4fe4e3a7d3cf09db53be39d0a58130e2aaba074ec123a9e355b876a689a1c383, mismatch",
        "v3, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=, unknown_version",
        "V1, 69fc6631a867edd4f9e9e627fc5c1148e3fbdd8b21837b6d2b8901c1fa57f750, unknown_version",
    })
    void olderSignatureInAnotherFormIsRefused(String version, String signature, String reason) {
        assertEquals(new Verification.Refused(reason), verify(older(version, signature)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2b7e9d6b07a2e00f9004da2550eaa8eecf752900d6439317",
                "K36dawei4A-QBNolUOqo7s91KQDWQ5MXZ_QufNYuk_Y=",
                "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y",
                "sha256=K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
                ""
            })
    void thirdSignatureInAnotherFormIsRefused(String signature) {
        assertEquals(new Verification.Refused("mismatch"), verify(v3(signature)));
    }

    @Test
    void whatIsMissingOrSentTwiceIsRefused() {
        assertEquals(new Verification.Refused("missing"), verify(request()));
        assertEquals(new Verification.Refused("repeated"), verify(v3(V3).header("x-hubspot-signature-v3", V3)));
        assertEquals(
                new Verification.Refused("repeated"),
                verify(older("v1", V1).header("x-hubspot-signature-version", "v1")));
        assertEquals(new Verification.Refused("missing_time"), verify(request().header("X-HubSpot-Signature-v3", V3)));
    }

    @ParameterizedTest
    @CsvSource({"299, true", "-299, true", "300, true", "301, false", "-301, false"})
    void timeOfSigningMayBeFiveMinutesAwayOnEitherSide(int secondsLater, boolean accepted) {
        Verification verification = verify(v3(V3).receivedAt(SIGNED_AT.plusSeconds(secondsLater)));

        assertEquals(accepted, verification instanceof Verification.Verified);
    }

    @Test
    void olderSchemesSignNoTime() {
        assertEquals(
                new Verification.Verified(), verify(older("v1", V1).receivedAt(SIGNED_AT.plus(Duration.ofDays(30)))));
    }

    @ParameterizedTest
    @CsvSource({
        "1693657560, stale",
        "1693657560000.0, malformed_time",
        "2023-09-02T12:26:00Z, malformed_time",
        "'', malformed_time"
    })
    void timeIsInMillisecondsAndInNothingElse(String time, String reason) {
        Callback callback = request().header("X-HubSpot-Signature-v3", V3).header("X-HubSpot-Request-Timestamp", time);

        assertEquals(new Verification.Refused(reason), verify(callback));
    }

    @Test
    void timeIsSignedAsTheTextThatWasSent() {
        Callback callback = request()
                .header("X-HubSpot-Signature-v3", sign("POST" + URL + BODY + "01693657560000"))
                .header("X-HubSpot-Request-Timestamp", "01693657560000");

        assertEquals(new Verification.Verified(), verify(callback));
    }

    @Test
    void urlIsTheOneThatHubspotCalls() {
        Connector internal =
                ConnectorExample.at("http://www.example.com/webhook_uri", ConnectorExample.signing("hubspot", SECRET));

        assertEquals(new Verification.Refused("mismatch"), provider.verify(v3(V3).get(), internal, Trail.NONE));
    }

    @Test
    void onlyTheCodesThatHubspotNamesAreDecodedAndOnlyOnce() {
        String sent = "/webhook_uri?a=%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B&b=%26%3a%253A%20%2&c=%";
        String signed = "POST" + URL + "?a=:/?@!$'()*,;&b=%26%3a%253A%20%2&c=%" + BODY + "1693657560000";

        Callback callback = v3(sign(signed)).uri(sent);

        assertEquals(new Verification.Verified(), verify(callback));
    }

    @Test
    void secondSchemeSignsTheUrlAsItWasSent() {
        Callback callback = older("v2", V2).uri("/webhook_uri?a=%3A");

        assertEquals(new Verification.Refused("mismatch"), verify(callback));
    }

    @Test
    void bodyOfOtherBytesIsRefused() {
        Callback callback = Callback.of(BODY.replace(":", ": "))
                .uri("/webhook_uri")
                .receivedAt(SIGNED_AT)
                .header("X-HubSpot-Signature-v3", V3)
                .header("X-HubSpot-Request-Timestamp", "1693657560000");

        assertEquals(new Verification.Refused("mismatch"), verify(callback));
    }

    @Test
    void explanationNamesTheUrlAndWhatDecidesItWithoutItsQueryAndWithoutSecrets() {
        Trail trail = Trail.noting();

        provider.verify(v3("AAAA").uri("/webhook_uri?token=t0p").get(), CONNECTOR, trail);

        String steps = trail.steps().toString();
        assertTrue(steps.contains("POST of " + URL + "?..., the connector's public_url"), steps);
        assertFalse(steps.contains("t0p") || steps.contains(SECRET), steps);
    }

    @Test
    void withoutAPublicUrlTheExplanationSaysWhereToEnterIt() {
        Trail trail = Trail.noting();

        provider.verify(v3(V3).get(), ConnectorExample.signing("hubspot", SECRET), trail);

        assertTrue(trail.steps().toString().contains("enter that one as the connector's public_url"));
    }

    @Test
    void connectorWithoutASecretTakesEverything() {
        assertEquals(
                new Verification.Unsigned(),
                provider.verify(request().get(), ConnectorExample.of("hubspot"), Trail.NONE));
    }

    private Verification verify(Callback callback) {
        return provider.verify(callback.get(), CONNECTOR, Trail.NONE);
    }

    private static Callback request() {
        return Callback.of(BODY).uri("/webhook_uri").receivedAt(SIGNED_AT);
    }

    private static Callback v3(String signature) {
        return request()
                .header("X-HubSpot-Signature-v3", signature)
                .header("X-HubSpot-Request-Timestamp", "1693657560000");
    }

    private static Callback older(String version, String signature) {
        return request().header("X-HubSpot-Signature", signature).header("X-HubSpot-Signature-Version", version);
    }

    private static String sign(String text) {
        return Base64.getEncoder().encodeToString(Hmac.SHA256.of(SECRET.getBytes(UTF_8), text.getBytes(UTF_8)));
    }
}
