package io.ticketwire.ingress.chat.google;

import java.time.Instant;

import io.ticketwire.ingress.chat.ChatFixtures;
import io.ticketwire.ingress.chat.ReadsFixtures;

class GoogleChatFixturesTest extends ReadsFixtures {

    private static final SigningKeys NONE = keyId -> new SigningKeys.Lookup.Unknown();

    GoogleChatFixturesTest() {
        super(
                new GoogleChatProvider(NONE, NONE),
                new ChatFixtures("google_chat", Instant.parse("2026-11-20T09:15:01Z")));
    }
}
