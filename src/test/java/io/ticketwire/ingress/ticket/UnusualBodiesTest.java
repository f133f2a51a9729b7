package io.ticketwire.ingress.ticket;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.TicketObservation;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.ticket.hubspot.HubspotProvider;
import io.ticketwire.ingress.ticket.intercom.IntercomProvider;
import io.ticketwire.ingress.ticket.jira.JiraProvider;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.text.RichText;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Bodies that no platform should send: every provider answers something, and keeps to its bounds. */
class UnusualBodiesTest {

    private static final List<TicketPlatform> PLATFORMS =
            List.of(new JiraProvider(), new IntercomProvider(), new HubspotProvider());

    /** A ticket of each, with a description to fill in. */
    private static final Map<String, String> TICKETS = Map.of(
            "jira", "{\"key\":\"SUP-1\",\"fields\":{\"summary\":\"a\",\"description\":\"%s\",\"summary\":\"b\"}}",
            "intercom",
                    "{\"type\":\"conversation\",\"id\":\"1\",\"title\":\"a\",\"source\":{\"body\":\"%s\"},\"title\":\"b\"}",
            "hubspot",
                    "{\"id\":\"1\",\"properties\":{\"hs_pipeline_stage\":\"1\",\"subject\":\"a\",\"content\":\"%s\",\"subject\":\"b\"}}");

    static Stream<Named<TicketPlatform>> platforms() {
        return PLATFORMS.stream()
                .map(platform -> Named.of(platform.types().iterator().next(), platform));
    }

    static Stream<Arguments> unreadable() {
        List<String> bodies = List.of(
                "",
                " ",
                "7",
                "\"text\"",
                "null",
                "{\"a\":",
                "{} {}",
                "not json",
                "[".repeat(300) + "]".repeat(300),
                "{\"a\":".repeat(300) + "1" + "}".repeat(300));
        return platforms().flatMap(platform -> bodies.stream().map(body -> Arguments.of(platform, body)));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void bodyThatIsNoObjectAndNoListOfJsonIsMalformed(TicketPlatform platform, String body) {
        assertInstanceOf(Reading.Malformed.class, read(platform, body));
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void descriptionOfAMebibyteIsCut(TicketPlatform platform) {
        assertEquals(
                RichText.MAX,
                ticket(platform, "x".repeat(1 << 20)).description().length());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void ofAKeyThatIsGivenTwiceTheLastOneCounts(TicketPlatform platform) {
        assertEquals("b", ticket(platform, "text").subject());
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void depthThatIsStillJsonIsRead(TicketPlatform platform) {
        String deep = "{\"issue\":".repeat(190) + "{}" + "}".repeat(190);

        assertInstanceOf(Reading.Nothing.class, read(platform, deep));
    }

    private static TicketObservation ticket(TicketPlatform platform, String description) {
        String body = TICKETS.get(platform.types().iterator().next()).formatted(description);
        List<InboundEvent> events =
                assertInstanceOf(Reading.Events.class, read(platform, body)).events();
        return (TicketObservation) events.get(0).data();
    }

    private static Reading read(TicketPlatform platform, String body) {
        return platform.read(
                Callback.of(body).get(),
                ConnectorExample.of(platform.types().iterator().next()));
    }
}
