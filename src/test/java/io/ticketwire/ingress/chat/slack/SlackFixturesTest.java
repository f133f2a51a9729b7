package io.ticketwire.ingress.chat.slack;

import java.time.Instant;

import io.ticketwire.ingress.chat.ReadsChatFixtures;

class SlackFixturesTest extends ReadsChatFixtures {

    SlackFixturesTest() {
        super(new SlackProvider(), "slack", Instant.parse("2024-11-07T18:00:00Z"));
    }
}
