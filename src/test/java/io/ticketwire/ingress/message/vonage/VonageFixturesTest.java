package io.ticketwire.ingress.message.vonage;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class VonageFixturesTest extends ReadsFixtures {

    VonageFixturesTest() {
        super(new VonageProvider(), ProviderFixtures.of("vonage"), ConnectorExample.of("vonage"));
    }
}
