package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class AutomaticTest {

    private static final Path CASES = Path.of("src/test/resources/fixtures/mail-headers/automatic.txt");

    static Stream<Arguments> mails() throws IOException {
        return Arrays.stream(Files.readString(CASES).split("(?m)^## "))
                .filter(block -> !block.isEmpty())
                .map(block -> block.split("\n", 2))
                .map(parts -> Arguments.of(parts[0], parts[1]));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mails")
    void theHeadersSayWhoWroteIt(String title, String headers) {
        assertEquals(title.split(":")[0], String.valueOf(Automatic.of(Mails.of(headers))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auto-generated",
                "auto-replied",
                "AUTO-NOTIFIED; owner=\"x\"",
                "yes",
                "auto-generated (rejected)"
            })
    void anythingButNoIsAutomatic(String value) {
        assertEquals("auto_reply", Automatic.of(Mails.of("Auto-Submitted: " + value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "no; why=x", "no (people)", ""})
    void noIsNotAutomatic(String value) {
        assertNull(Automatic.of(Mails.of("Auto-Submitted: " + value)));
    }

    @Test
    void oneOfSeveralHeadersIsEnough() {
        assertEquals("auto_reply", Automatic.of(Mails.of("Auto-Submitted: no\nAuto-Submitted: auto-replied")));
    }

    @Test
    void anEnvelopeWithoutASenderIsABounce() {
        assertEquals("bounce", Automatic.of(withEnvelope("")));
        assertEquals("bounce", Automatic.of(withEnvelope("<>")));
        assertNull(Automatic.of(withEnvelope("ann@example.com")));
    }

    @Test
    void aMailThatSaysNothingWasWrittenBySomebody() {
        assertNull(Automatic.of(Mails.of(MailHeaders.NONE, List.of())));
    }

    private static MailMessage withEnvelope(String from) {
        return new MailMessage(
                MailHeaders.NONE,
                null,
                List.of(),
                List.of(),
                null,
                from,
                List.of(),
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }
}
