package io.ticketwire.ingress.message.messagebird;

import java.util.List;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What MessageBird says by GET, and what its events are known by. */
class MessageBirdProviderTest {

    private final MessageBirdProvider provider = new MessageBirdProvider();

    @Test
    void reportComesByGetAndIsAnsweredWithOk() {
        InboundEvent event =
                get("id=a&recipient=31612345678&status=delivered&statusDatetime=2026-07-02T11%3A00%3A00%2B00%3A00");

        assertEquals("message.delivered", event.type());
        assertEquals("a", event.subject());
        assertTrue(provider.isCalledBy(HttpMethod.GET) && provider.isCalledBy(HttpMethod.POST));
        assertFalse(provider.isCalledBy(HttpMethod.PUT));
        assertEquals(Reply.text("OK"), provider.acknowledgement(null, ConnectorExample.of("messagebird")));
    }

    @Test
    void messageOfManyRecipientsHasAStatusOfEach() {
        InboundEvent first = get("id=a&recipient=31612345678&status=delivered");
        InboundEvent second = get("id=a&recipient=31612345679&status=delivered");
        InboundEvent again = get("status=delivered&id=a&recipient=31612345678");

        assertNotEquals(first.id(), second.id());
        assertEquals(first.id(), again.id());
    }

    @Test
    void messageWithoutAnIdIsKnownByItsQuery() {
        InboundEvent first = get("originator=31612345678&recipient=1&body=a");
        InboundEvent second = get("originator=31612345678&recipient=1&body=b");
        InboundEvent again = get("originator=31612345678&recipient=1&body=a");

        assertNotEquals(first.id(), second.id());
        assertEquals(first.id(), again.id());
    }

    @Test
    void getThatSaysNothingIsKept() {
        Reading reading = provider.read(
                Callback.of("").method("GET").uri("/api/webhooks/messagebird").get(),
                ConnectorExample.of("messagebird"));

        assertInstanceOf(Reading.Nothing.class, reading);
    }

    private InboundEvent get(String query) {
        Callback call = Callback.of("").method("GET").mediaType(null).uri("/api/webhooks/messagebird?" + query);
        Reading reading = provider.read(call.get(), ConnectorExample.of("messagebird"));
        List<InboundEvent> events = ((Reading.Events) reading).events();
        assertEquals(1, events.size());
        return events.get(0);
    }
}
