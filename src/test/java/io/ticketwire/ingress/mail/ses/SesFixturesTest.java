package io.ticketwire.ingress.mail.ses;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import io.ticketwire.event.Json;
import io.ticketwire.testing.Callback;
import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.Mutants;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

import static org.junit.jupiter.api.Assertions.assertTrue;

class SesFixturesTest extends ReadsFixtures {

    SesFixturesTest() {
        super(
                new SesProvider(url -> new Certificates.Lookup.Unavailable()),
                ProviderFixtures.of("ses"),
                ConnectorExample.of("ses"));
    }

    /** A report is a text in a message, so that the mutants of the message leave it whole. */
    @Test
    void valuesOfOtherTypesInReportsAreReadAsWhatTheyAreNot() {
        int read = 0;
        for (String payload : fixtures().payloads()) {
            ObjectNode message =
                    (ObjectNode) Json.read(fixtures().request(payload).get().body(), JsonNode.class);
            String report = message.path("Message").asText();
            if (report.startsWith("{")) {
                for (JsonNode mutant : Mutants.of(Json.tree(report))) {
                    assertFit(read(Callback.of(Json.bytes(message.put("Message", mutant.toString())))
                            .get()));
                    read++;
                }
            }
        }
        assertTrue(read > 500, "only " + read);
    }
}
