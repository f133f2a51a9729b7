package io.ticketwire.ingress.message.gupshup;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class GupshupFixturesTest extends ReadsFixtures {

    GupshupFixturesTest() {
        super(new GupshupProvider(), ProviderFixtures.of("gupshup"), ConnectorExample.of("gupshup"));
    }
}
