package io.ticketwire.ingress.message.gupshup;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.MessagingVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Gupshup's header, and what Gupshup hears. */
class GupshupProviderTest {

    private static final String VALUE = "Bearer gup-9d1c";

    private final GupshupProvider provider = new GupshupProvider();

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", " AUTHORIZATION "})
    void headerThatWasAgreedOnIsRight(String name) {
        Callback call = body().header("authorization", VALUE);

        assertEquals(new Verification.Verified(), verify(connector(name, VALUE), call));
    }

    @ParameterizedTest
    @CsvSource({
        "Authorization, Bearer gup-9d1, mismatch",
        "Authorization, Bearer gup-9d1c!, mismatch",
        "Authorization, bearer gup-9d1c, mismatch",
        "Authorization, gup-9d1c, mismatch",
        "Authorization, '', mismatch",
        "X-Other, Bearer gup-9d1c, missing",
    })
    void anythingElseIsRefused(String name, String value, String reason) {
        Callback call = body().header(name, value);

        assertEquals(new Verification.Refused(reason), verify(connector("Authorization", VALUE), call));
    }

    @Test
    void headerIsGivenOnce() {
        Callback call = body().header("Authorization", VALUE).header("authorization", VALUE);

        assertEquals(new Verification.Refused("missing"), verify(connector("Authorization", VALUE), body()));
        assertEquals(new Verification.Refused("repeated"), verify(connector("Authorization", VALUE), call));
    }

    @Test
    void eitherOfTwoValuesIsRight() {
        Callback call = body().header("X-Secret", VALUE);

        assertEquals(new Verification.Verified(), verify(connector("X-Secret", "the new one", VALUE), call));
    }

    @Test
    void connectorWithoutANameOrAValueAcceptsNothing() {
        Verification refused = new Verification.Refused("no_secret");
        Callback call = body().header("Authorization", "");

        assertEquals(refused, verify(connector("Authorization"), call));
        assertEquals(refused, verify(connector("Authorization", ""), call));
        assertEquals(refused, verify(connector(" ", VALUE), call));
        assertEquals(refused, verify(ConnectorExample.of("gupshup"), call));
    }

    @Test
    void trailDoesNotHaveTheValue() {
        Trail trail = Trail.noting();

        provider.verify(body().header("Authorization", "Bearer x").get(), connector("Authorization", VALUE), trail);

        assertFalse(trail.steps().toString().contains("gup-9d1c"), trail.steps().toString());
    }

    @Test
    void statusIsKnownByItsMessageAndKind() {
        String status = "{\"type\":\"message-event\",\"payload\":{\"id\":\"wa\",\"gsId\":\"gs\",\"type\":\"read\"}}";

        Reading reading = provider.read(Callback.of(status).get(), ConnectorExample.of("gupshup"));

        assertEquals(
                Ids.event(ConnectorExample.ID, "gs:read"),
                ((Reading.Events) reading).events().get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "[]", "[{}]", "{", "payload=%7B%7D"})
    void bodyThatIsNoObjectIsMalformed(String body) {
        Reading reading = provider.read(Callback.of(body).get(), ConnectorExample.of("gupshup"));

        assertInstanceOf(Reading.Malformed.class, reading);
    }

    @Test
    void acknowledgementIsEmpty() {
        assertEquals(Reply.EMPTY, provider.acknowledgement(null, connector("Authorization", VALUE)));
    }

    private static Callback body() {
        return Callback.of(MessagingVectors.GUPSHUP.body());
    }

    private static Connector connector(String name, String... values) {
        return ConnectorExample.with("gupshup", Map.of("header_name", List.of(name), "header_value", List.of(values)));
    }

    private Verification verify(Connector connector, Callback call) {
        return provider.verify(call.get(), connector, Trail.NONE);
    }
}
