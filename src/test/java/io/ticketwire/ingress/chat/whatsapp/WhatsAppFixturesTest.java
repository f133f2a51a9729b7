package io.ticketwire.ingress.chat.whatsapp;

import java.time.Instant;

import io.ticketwire.ingress.chat.ChatFixtures;
import io.ticketwire.ingress.chat.ReadsFixtures;

class WhatsAppFixturesTest extends ReadsFixtures {

    WhatsAppFixturesTest() {
        super(new WhatsAppProvider(), new ChatFixtures("whatsapp", Instant.parse("2024-11-07T18:00:00Z")));
    }
}
