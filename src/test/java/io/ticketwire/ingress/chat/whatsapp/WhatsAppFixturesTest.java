package io.ticketwire.ingress.chat.whatsapp;

import java.time.Instant;

import io.ticketwire.ingress.chat.ReadsChatFixtures;

class WhatsAppFixturesTest extends ReadsChatFixtures {

    WhatsAppFixturesTest() {
        super(new WhatsAppProvider(), "whatsapp", Instant.parse("2024-11-07T18:00:00Z"));
    }
}
