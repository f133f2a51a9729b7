package io.ticketwire.event;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** The body of an outgoing webhook. */
class EnvelopeTest {

    private static final UUID ID = UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
    private static final Instant TIME = Instant.parse("2026-07-01T09:00:00Z");

    @Test
    void keepsTheValueByteForByte() {
        String value = "{ \"b\":1.0e2,\n\t\"a\" : \"Gr\\u00fc\u00dfe \uD83D\uDE00 \\/\", \"a\":null }";

        byte[] body = Envelope.of(ID, "ticket.created", TIME, value.getBytes(UTF_8));

        assertEquals(
                "{\"id\":\"2ed6657d-e927-568b-95e1-2665a8aea6a2\",\"event\":\"ticket.created\","
                        + "\"timestamp\":\"2026-07-01T09:00:00.000Z\",\"data\":" + value + "}",
                new String(body, UTF_8));
    }

    @Test
    void typeOfAnotherProducerCannotBreakTheBody() {
        byte[] body = Envelope.of(ID, "odd\",\"data\":\"", TIME, "{}".getBytes(UTF_8));

        assertEquals(
                "odd\",\"data\":\"",
                Json.tree(new String(body, UTF_8)).path("event").asText());
    }
}
