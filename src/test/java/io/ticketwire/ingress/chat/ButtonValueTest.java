package io.ticketwire.ingress.chat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The forms of a button's value that our own cards use, and everything else. */
class ButtonValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "{\"t\":\"01JB\",\"op\":\"approve\",\"n\":\"x\",\"h\":\"y\"}; approve; 01JB",
                "{\"op\":\"approve\",\"t\":4711}; approve; 4711",
                "{\"t\":\"01JB\",\"v\":3}; -; 01JB",
                "{\"op\":\"ack\"}; ack; -",
                "{\"op\":\"a b\",\"t\":\"1\"}; -; 1",
                "{\"op\":{},\"t\":[]}; -; -",
                "{\"op\":\"ack\",\"op\":\"reject\",\"t\":\"1\"}; reject; 1",
                "01JB|approve|n1; approve; 01JB",
                "edcc97ee-a80b-57be-a28c-0e003ddd78bb|escalate|; escalate; edcc97ee-a80b-57be-a28c-0e003ddd78bb",
                "ZD-4711|ack|n|1; ack; ZD-4711",
                "approve:01JB; approve; 01JB",
                "snooze:ZD-4711; snooze; ZD-4711",
                "ack:a:b; ack; a:b",
            })
    void formOfOurCardsIsUnderstood(String value, String action, String ticket) {
        ButtonValue says = ButtonValue.of(value);

        assertEquals(new ButtonValue(action, ticket), says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yes",
                "{",
                "{}",
                "{\"t\":",
                "[\"approve\",1]",
                "|",
                "||",
                "a|b",
                "a||c",
                "|approve|n",
                "4711|approve",
                "a b|approve|n",
                "4711|appr ove|n",
                ":",
                ":4711",
                "approve:",
                "approve: 4711",
                "https://acme.example/4711",
                "12:30",
                "a b:c",
                "approve|4711",
            })
    void whatIsInNoFormSaysNothing(String value) {
        ButtonValue says = ButtonValue.of(value);

        assertEquals(new ButtonValue(null, null), says);
    }

    @Test
    void noValueSaysNothing() {
        assertEquals(new ButtonValue(null, null), ButtonValue.of(null));
    }

    @Test
    void ticketThatIsTooLongIsNone() {
        assertEquals(new ButtonValue(null, null), ButtonValue.of("approve:" + "1".repeat(256)));
        assertEquals(new ButtonValue(null, null), ButtonValue.of("1".repeat(256) + "|approve|n"));
        assertEquals(
                new ButtonValue("ack", null), ButtonValue.of("{\"op\":\"ack\",\"t\":\"" + "1".repeat(256) + "\"}"));
    }

    @Test
    void jsonThatIsNestedTooDeeplySaysNothing() {
        ButtonValue says = ButtonValue.of("{\"t\":" + "[".repeat(1_000));

        assertEquals(new ButtonValue(null, null), says);
    }

    @Test
    void valueIsKeptAsItWasGiven() {
        Deed deed = Deed.pressed("ticket_approve", "01JB|approve|n1", "Approve");

        assertEquals(new Deed("approve", "01JB|approve|n1", "01JB", "Approve"), deed);
    }

    @Test
    void valueThatSaysNothingLeavesThePlatformsName() {
        Deed deed = Deed.pressed("ticket_approve", "yes", "Approve");

        assertEquals(new Deed("ticket_approve", "yes", null, "Approve"), deed);
    }

    @Test
    void valueIsBounded() {
        Deed deed = Deed.pressed("x", "y".repeat(100_000), null);

        assertEquals(4_096, deed.value().length());
    }
}
