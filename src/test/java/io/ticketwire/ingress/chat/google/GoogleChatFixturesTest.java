package io.ticketwire.ingress.chat.google;

import java.time.Instant;

import io.ticketwire.ingress.chat.ReadsChatFixtures;

class GoogleChatFixturesTest extends ReadsChatFixtures {

    private static final SigningKeys NONE = keyId -> new SigningKeys.Lookup.Unknown();

    GoogleChatFixturesTest() {
        super(new GoogleChatProvider(NONE, NONE), "google_chat", Instant.parse("2026-11-20T09:15:01Z"));
    }
}
