package io.ticketwire.ingress;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.ingress.FormBody.Parameter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class FormBodyTest {

    @Test
    void parametersAreDecodedInTheirOrder() {
        FormBody form = FormBody.of(bytes("a=1&b=x+y%26z%3D%e2%9C%85&a=2&c=&d&=e&&f=g=h"));

        assertEquals(
                new FormBody.Parsed(List.of(
                        new Parameter("a", "1"),
                        new Parameter("b", "x y&z=✅"),
                        new Parameter("a", "2"),
                        new Parameter("c", ""),
                        new Parameter("d", ""),
                        new Parameter("", "e"),
                        new Parameter("f", "g=h"))),
                form);
    }

    @Test
    void firstOfEqualNamesIsTheValue() {
        FormBody.Parsed form = (FormBody.Parsed) FormBody.of(bytes("a=1&a=2"));

        assertEquals(Optional.of("1"), form.value("a"));
        assertEquals(Optional.empty(), form.value("b"));
    }

    @Test
    void nothingIsNoParameter() {
        assertEquals(new FormBody.Parsed(List.of()), FormBody.of(new byte[0]));
    }

    @Test
    void bytesThatAreNoUtf8AreReplaced() {
        FormBody.Parsed form = (FormBody.Parsed) FormBody.of(new byte[] {'a', '=', (byte) 0xff, '%', 'f', 'f'});

        assertEquals(Optional.of("\uFFFD\uFFFD"), form.value("a"));
    }

    @ParameterizedTest
    @CsvSource({"a=%, %", "a=%4, %4", "a=100% sure, 100% sure", "a=%g0, %g0", "a=%%41, %A", "a=%-1, %-1"})
    void percentWithoutTwoDigitsIsAPercent(String form, String value) {
        FormBody.Parsed parsed = assertInstanceOf(FormBody.Parsed.class, FormBody.of(bytes(form)));

        assertEquals(Optional.of(value), parsed.value("a"));
    }

    @Test
    void parametersAreBounded() {
        assertInstanceOf(FormBody.Parsed.class, FormBody.of(bytes("a&".repeat(1_000))));
        assertInstanceOf(FormBody.Unreadable.class, FormBody.of(bytes("a&".repeat(1_001))));
    }

    private static byte[] bytes(String form) {
        return form.getBytes(UTF_8);
    }
}
