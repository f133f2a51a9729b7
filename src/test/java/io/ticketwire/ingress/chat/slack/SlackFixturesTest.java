package io.ticketwire.ingress.chat.slack;

import java.time.Instant;

import io.ticketwire.ingress.chat.ChatFixtures;
import io.ticketwire.ingress.chat.ReadsFixtures;

class SlackFixturesTest extends ReadsFixtures {

    SlackFixturesTest() {
        super(new SlackProvider(), new ChatFixtures("slack", Instant.parse("2024-11-07T18:00:00Z")));
    }
}
