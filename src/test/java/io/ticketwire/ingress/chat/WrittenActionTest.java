package io.ticketwire.ingress.chat;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a short message asks for. */
class WrittenActionTest {

    @ParameterizedTest
    @CsvSource({
        "approve 4711, approve, 4711",
        "'  Reject   ZD-4711\n', reject, ZD-4711",
        "ACK #4711, ack, 4711",
        "acknowledge 01JB3Z5K8Q, ack, 01JB3Z5K8Q",
        "escalate\t4711, escalate, 4711",
    })
    void wordAndTicketAreAnAction(String text, String action, String ticket) {
        assertEquals(Optional.of(new WrittenAction(action, ticket)), WrittenAction.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "approve",
                "approve this",
                "approve \u05d0",
                "approve 4711 please",
                "please approve 4711",
                "close 4711",
                "4711 approve",
                "approved 4711",
            })
    void anythingElseIsConversation(String text) {
        assertEquals(Optional.empty(), WrittenAction.of(text));
    }

    @Test
    void longTextIsConversation() {
        assertEquals(Optional.empty(), WrittenAction.of("approve " + "1".repeat(300)));
        assertEquals(Optional.empty(), WrittenAction.of(null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/ticket, approve 4711, approve, 4711",
                "/approve, 4711, approve, 4711",
                "Approve, #4711, approve, 4711",
                "/ticket, status 4711, /ticket, -",
                "/approve, -, /approve, -",
                "/approve, them all, /approve, -",
            })
    void commandMayBeTheActionOrHaveItBehindIt(String name, String rest, String action, String ticket) {
        Deed deed = Deed.commanded(name, rest, "all of it");

        assertEquals(new Deed(action, rest, ticket, "all of it"), deed);
    }
}
