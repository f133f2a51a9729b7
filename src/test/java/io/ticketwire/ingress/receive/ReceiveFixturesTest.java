package io.ticketwire.ingress.receive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.ticketwire.event.Json;
import io.ticketwire.ingress.InboundEvent;
import io.ticketwire.ingress.Reading;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Every payload under fixtures/receive is read as the file beside it says. */
class ReceiveFixturesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/fixtures/receive");

    /** The events that http-api.md names. */
    static final Set<String> EVENTS = Set.of(
            "ticket.create",
            "ticket.update",
            "ticket.resolve",
            "ticket.escalate",
            "conversation.add",
            "message.create",
            "contact.upsert",
            "campaign.complete",
            "transfer.create",
            "survey.respond",
            "feedback.create",
            "ai_response.approve",
            "ai_response.reject");

    /** Those whose value is complete; the tracker puts the ticket's details, and the contact's, into the others. */
    static final Set<String> COMPLETE =
            Set.of("message.create", "campaign.complete", "transfer.create", "survey.respond", "feedback.create");

    static Set<String> events() {
        return new TreeSet<>(EVENTS);
    }

    static Set<String> complete() {
        return new TreeSet<>(COMPLETE);
    }

    @Test
    void everyEventHasAFixture() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertEquals(
                    EVENTS,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.endsWith(".expected.json"))
                            .map(name -> name.replace(".json", ""))
                            .collect(Collectors.toSet()));
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void fixtureIsReadAsExpected(String event) throws IOException {
        JsonNode expected = Json.tree(Files.readString(FIXTURES.resolve(event + ".expected.json")));

        InboundEvent read = read(event);

        assertEquals(expected.toPrettyString(), json(read).toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("complete")
    void valueIsValidAgainstItsSchema(String event) throws IOException {
        InboundEvent read = read(event);

        Schemas.assertValid(read.type(), Json.bytes(read.data()));
    }

    private static InboundEvent read(String event) throws IOException {
        Callback request = Callback.of(Files.readAllBytes(FIXTURES.resolve(event + ".json")));
        Reading reading = new ReceiveProvider().read(request.get(), ConnectorExample.of("receive"));
        List<InboundEvent> events =
                assertInstanceOf(Reading.Events.class, reading).events();
        assertEquals(1, events.size());
        return events.get(0);
    }

    private static ObjectNode json(InboundEvent event) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("type", event.type());
        json.put("subject", event.subject());
        json.put("time", Json.time(event.time()));
        json.set("value", Json.tree(Json.text(event.data())));
        return json;
    }
}
