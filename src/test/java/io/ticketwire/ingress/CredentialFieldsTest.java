package io.ticketwire.ingress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What of a body is masked, and that nothing else changes. */
class CredentialFieldsTest {

    private static final CredentialFields FIELDS = CredentialFields.named("token", "response_url");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"token\":\"abc\",\"text\":\"token\"} | {\"token\":\"***\",\"text\":\"token\"}",
                "{ \"a\" : { \"token\" : \"x y\" } } | { \"a\" : { \"token\" : \"***\" } }",
                "{\"token\":\"\",\"a\":{\"token\":\"b\"}} | {\"token\":\"***\",\"a\":{\"token\":\"***\"}}",
                "{\"token\":7,\"tokens\":\"abc\"} | {\"token\":7,\"tokens\":\"abc\"}",
                "payload=%7B%22response_url%22%3A%22https%3A%2F%2Fhooks%22%7D | payload=%7B%22response_url%22%3A%22***%22%7D",
                "token=abc&team=T1&response_url=https%3A%2F%2Fx | token=***&team=T1&response_url=***",
                "{\"token\":\"cut off | {\"token\":\"***",
            })
    void valuesUnderTheNamesAreMasked(String body, String masked) {
        assertEquals(masked, new String(FIELDS.masked(body.getBytes(UTF_8)), UTF_8));
    }

    @Test
    void fieldsOfAMultipartFormAreMaskedToo() {
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String form = part.formatted("token", "abc") + part.formatted("text", "token") + "--b--\r\n";

        String masked = new String(FIELDS.masked(form.getBytes(UTF_8)), UTF_8);

        assertEquals(part.formatted("token", "***") + part.formatted("text", "token") + "--b--\r\n", masked);
    }

    @Test
    void aValueOfAMebibyteIsMaskedToo() {
        String body = "{\"token\":\"" + "\\n".repeat(1 << 19) + "\"}";

        assertEquals("{\"token\":\"***\"}", new String(FIELDS.masked(body.getBytes(UTF_8)), UTF_8));
    }

    @Test
    void bytesThatAreNoTextStayAsTheyAre() {
        byte[] body = "{\"a\":\"\u00ff\u0080\",\"b\":1}".getBytes(ISO_8859_1);

        assertArrayEquals(body, FIELDS.masked(body));
    }
}
