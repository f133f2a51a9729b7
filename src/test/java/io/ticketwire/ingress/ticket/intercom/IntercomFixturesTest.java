package io.ticketwire.ingress.ticket.intercom;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class IntercomFixturesTest extends ReadsFixtures {

    IntercomFixturesTest() {
        super(new IntercomProvider(), ProviderFixtures.of("intercom"), ConnectorExample.of("intercom"));
    }
}
