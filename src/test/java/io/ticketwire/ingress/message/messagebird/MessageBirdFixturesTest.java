package io.ticketwire.ingress.message.messagebird;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class MessageBirdFixturesTest extends ReadsFixtures {

    MessageBirdFixturesTest() {
        super(new MessageBirdProvider(), ProviderFixtures.of("messagebird"), ConnectorExample.of("messagebird"));
    }
}
