package io.ticketwire.ingress.message.bird;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class BirdFixturesTest extends ReadsFixtures {

    BirdFixturesTest() {
        super(new BirdProvider(), ProviderFixtures.of("bird"), ConnectorExample.of("bird"));
    }
}
