package io.ticketwire.delivery;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What people see of a response. */
class KeptResponseTest {

    private static final Map<String, String> OWN =
            Map.of("Authorization", "Bearer abc/def+123==", "X-Env", "production");

    @Test
    void theCredentialsThatAReceiverGivesOutAreMasked() {
        Map<String, String> headers = kept(
                        Map.of("set-cookie", "session=1", "x-auth-token", "t", "content-type", "text/plain"), "")
                .headers();

        assertEquals(Map.of("set-cookie", "***", "x-auth-token", "***", "content-type", "text/plain"), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "no token Bearer abc/def+123== here,no token *** here",
        "no token abc/def+123==!,no token ***!",
        "{\"a\":\"abc\\/def+123==\"},{\"a\":\"***\"}",
        "abc/def+123==abc/def+123==,******",
        "cut off: Bearer abc/de,cut off: ***",
        "in production,in production"
    })
    void ourOwnCredentialsAreBlankedWhereAReceiverSendsThemBack(String body, String shown) {
        assertEquals(shown, kept(Map.of(), body).body());
        assertEquals(Map.of("x-echo", shown), kept(Map.of("x-echo", body), "").headers());
    }

    @Test
    void aCredentialOfAFewCharactersBlanksNothing() {
        KeptResponse kept = KeptResponse.of(
                new Exchange.Responded(200, Map.of(), "a1b1".getBytes(UTF_8)), Map.of("X-Key-Version", "1"));

        assertEquals("a1b1", kept.body());
    }

    @Test
    void whatTheDatabaseDoesNotTakeIsReplaced() {
        assertEquals("a\uFFFDb", kept(Map.of(), "a\0b").body());
    }

    @Test
    void anErrorIsBoundedAndReadable() {
        assertNull(Courier.readable(null));
        assertEquals("connection: a b", Courier.readable("connection: a\0b"));
        assertEquals(
                "protocol: HTTP/1.1 2 x ERROR [31m",
                Courier.readable("protocol: HTTP/1.1 2\r\nx\u2028ERROR\u001b[31m"));
        assertEquals(1_000, Courier.readable("x".repeat(5_000)).length());
        assertEquals("x".repeat(999), Courier.readable("x".repeat(999) + "😀"));
    }

    private static KeptResponse kept(Map<String, String> headers, String body) {
        return KeptResponse.of(new Exchange.Responded(200, headers, body.getBytes(UTF_8)), OWN);
    }
}
