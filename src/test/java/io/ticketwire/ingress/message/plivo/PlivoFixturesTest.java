package io.ticketwire.ingress.message.plivo;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class PlivoFixturesTest extends ReadsFixtures {

    PlivoFixturesTest() {
        super(new PlivoProvider(), ProviderFixtures.of("plivo"), ConnectorExample.of("plivo"));
    }
}
