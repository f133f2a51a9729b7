package io.ticketwire.ingress.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "972500000001, +972500000001",
        "+972500000001, +972500000001",
        "+1 (555) 095-3877, +15550953877",
        "15550953877, +15550953877",
        "12345, +12345",
        "1234, 1234",
        "1234567890123456789, 1234567890123456789",
        "US.13491208655302741918, US.13491208655302741918",
        "PHONE_NUMBER, PHONE_NUMBER",
        "1+555, 1+555",
        "dana@acme.example, dana@acme.example",
    })
    void numberHasAPlusAndNothingElseIsChanged(String given, String expected) {
        assertEquals(expected, PhoneNumbers.international(given));
    }

    @Test
    void nullStaysNull() {
        assertNull(PhoneNumbers.international(null));
    }
}
