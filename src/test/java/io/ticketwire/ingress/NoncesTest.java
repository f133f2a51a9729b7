package io.ticketwire.ingress;

import org.junit.jupiter.api.Test;

import io.ticketwire.connector.Connector;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NoncesTest {

    private static final Connector CONNECTOR = ConnectorExample.of("mailgun");
    private static final Content BODY = content("one");

    private final Nonces nonces = new Nonces(Settings.of(IngressSettings.class));

    @Test
    void nonceThatWasNeverSeenIsNotSpent() {
        assertFalse(nonces.use(CONNECTOR, "token", BODY).isSpent());
    }

    @Test
    void sameBodyUnderItIsARepeatAndAnotherOneAForgery() {
        nonces.use(CONNECTOR, "token", BODY).spend();

        assertFalse(nonces.use(CONNECTOR, "token", BODY).isSpent());
        assertTrue(nonces.use(CONNECTOR, "token", content("another")).isSpent());
    }

    @Test
    void otherConnectorHasNoncesOfItsOwn() {
        nonces.use(CONNECTOR, "token", BODY).spend();

        Connector other = ConnectorExample.other("0b8f6f2e-7c43-4c0a-9d55-2f1f8f1f7a11", "mailgun", true);
        assertFalse(nonces.use(other, "token", content("another")).isSpent());
    }

    @Test
    void requestWithoutANonceSpendsNone() {
        nonces.use(CONNECTOR, null, BODY).spend();

        assertFalse(nonces.use(CONNECTOR, null, content("another")).isSpent());
    }

    private static Content content(String text) {
        return Content.of(text.getBytes(UTF_8));
    }
}
