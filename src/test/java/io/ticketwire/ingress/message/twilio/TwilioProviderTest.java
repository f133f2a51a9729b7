package io.ticketwire.ingress.message.twilio;

import java.util.List;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.event.Ids;
import io.ticketwire.event.Json;
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

/** What Twilio's callbacks say beyond the fixtures, and what it hears. */
class TwilioProviderTest {

    private static final String INBOUND =
            "MessageSid=SM1&SmsStatus=received&From=%2B14155552671&To=%2B15017122661&Body=Hi";
    private static final String DELIVERED =
            "MessageSid=SM1&MessageStatus=delivered&From=%2B15017122661&To=%2B14155552671";

    private final TwilioProvider provider = new TwilioProvider();
    private final Connector connector = ConnectorExample.of("twilio");

    @Test
    void getSaysInItsQueryWhatAPostSaysInItsForm() {
        Callback get = Callback.of("").mediaType(null).method("GET").uri("/api/webhooks/twilio/sms?" + INBOUND);

        Reading reading = provider.read(get.get(), connector);

        assertEquals(data(read(INBOUND)), data(reading));
        assertTrue(provider.isCalledBy(HttpMethod.GET) && provider.isCalledBy(HttpMethod.POST));
        assertFalse(provider.isCalledBy(HttpMethod.PUT));
    }

    @Test
    void getWithoutAQueryIsKept() {
        Callback get = Callback.of("").mediaType(null).method("GET").uri("/api/webhooks/twilio/sms");

        assertInstanceOf(Reading.Nothing.class, provider.read(get.get(), connector));
    }

    @Test
    void messageIsAnsweredWithNoInstructionsAndAStatusWithNothing() {
        Reply toMessage = provider.acknowledgement(read(INBOUND), connector);
        Reply toStatus = provider.acknowledgement(read(DELIVERED), connector);
        Reply toCall = provider.acknowledgement(read("CallSid=CA1"), connector);

        assertEquals(new Reply(200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>"), toMessage);
        assertEquals(Reply.EMPTY, toStatus);
        assertEquals(Reply.EMPTY, toCall);
    }

    @Test
    void messageIsKnownByItsIdAndAStatusByItsIdAndWord() {
        assertEquals(id("SM1"), event(read(INBOUND)).id());
        assertEquals(id("SM1:delivered"), event(read(DELIVERED)).id());
        assertEquals(
                id("SM1:failed:30003"),
                event(read(DELIVERED.replace("delivered", "failed") + "&ErrorCode=30003"))
                        .id());
    }

    @Test
    void eventOfAStreamIsKnownByItsOwnId() {
        String body = "{\"id\":\"EZ1\",\"type\":\"com.twilio.messaging.message.sent\",\"data\":{\"messageSid\":\"SM1\","
                + "\"from\":\"+15017122661\",\"to\":\"+14155552671\"}}";

        Reading reading = provider.read(Callback.of(body).get(), connector);

        assertEquals(id("EZ1"), event(reading).id());
        assertEquals("SM1", event(reading).subject());
    }

    @Test
    void messagesWithoutAnIdAreToldApartByTheirBodies() {
        String without = INBOUND.replace("MessageSid=SM1&", "");

        InboundEvent first = event(read(without));
        InboundEvent second = event(read(without + "!"));

        assertNotEquals(first.id(), second.id());
        assertEquals("sms:+14155552671:+15017122661", first.subject());
    }

    @Test
    void endsThatAreTooLongForAKeyAreToldApartByTheirHash() {
        String far = INBOUND.replace("%2B14155552671", "x".repeat(250));

        String key = event(read(far)).subject();

        assertTrue(key.matches("sha256:[0-9a-f]{64}"), key);
        assertNotEquals(
                key,
                event(read(far.replace("%2B15017122661", "%2B15017122662"))).subject());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "30005, true",
                "30033, true",
                "21610, true",
                "21635, true",
                "63016, true",
                "63034, true",
                "63051, true",
                "30001, false",
                // Switched off, without a signal: Twilio's advice is to try again.
                "30003, false",
                "30021, false",
                // A number that is still being set up, which takes minutes as a rule.
                "30035, false",
                "30450, false",
                "30453, false",
                "63009, false",
                "63018, false",
                "63036, false",
                // Paused for the time being; a template that is disabled stays so.
                "63041, false",
                "63042, true",
                "63049, false",
                "30002, null",
                "30008, null",
                "99999, null",
            })
    void errorIsPermanentOrNotAsFarAsItIsKnown(String code, Boolean permanent) {
        assertEquals(permanent, TwilioErrors.permanent(code));
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, true",
        "application/json, true",
        "application/cloudevents+json, true",
        "text/plain, false",
        "multipart/form-data, false",
    })
    void formsAndJsonAreRead(String mediaType, boolean read) {
        assertEquals(read, provider.reads(mediaType));
    }

    @Test
    void formThatIsTooLongIsMalformed() {
        assertInstanceOf(Reading.Malformed.class, read("a=1&".repeat(1_001)));
    }

    private Reading read(String form) {
        return provider.read(
                Callback.of(form).mediaType("application/x-www-form-urlencoded").get(), connector);
    }

    private static InboundEvent event(Reading reading) {
        List<InboundEvent> events = ((Reading.Events) reading).events();
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static String data(Reading reading) {
        return Json.text(event(reading).data());
    }

    private static Object id(String providerId) {
        return Ids.event(ConnectorExample.ID, providerId);
    }
}
