package io.ticketwire.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SigningKeyTest {

    private static final String STANDARD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void aGeneratedSecretFitsEveryScheme(SignatureScheme scheme) {
        assertEquals(Optional.empty(), SigningKey.refusal(scheme, SigningKey.generate()));
    }

    @Test
    void theStandardKeyIsTheDecodedPartAndTheOthersTheWholeText() {
        assertArrayEquals(
                Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                SigningKey.of(SignatureScheme.STANDARD, STANDARD));
        assertArrayEquals(STANDARD.getBytes(StandardCharsets.UTF_8), SigningKey.of(SignatureScheme.SHA256, STANDARD));
        assertArrayEquals(STANDARD.getBytes(StandardCharsets.UTF_8), SigningKey.of(SignatureScheme.HEX, STANDARD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "fifteen-chars-x", "with a space in it", "with-ümlaut-in-it"})
    void aSecretThatIsTooWeakOrNotPrintableIsRefused(String secret) {
        assertTrue(SigningKey.refusal(SignatureScheme.SHA256, secret).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-secret-of-my-own-1234", "whsec_not*base64*at*all", "whsec_c2hvcnQtc2VjcmV0"})
    void aSecretThatIsNotOfStandardWebhooksIsRefusedForIt(String secret) {
        assertTrue(SigningKey.refusal(SignatureScheme.STANDARD, secret).isPresent());
    }
}
