package io.ticketwire.ingress.ticket.hubspot;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class HubspotFixturesTest extends ReadsFixtures {

    HubspotFixturesTest() {
        super(new HubspotProvider(), ProviderFixtures.of("hubspot"), ConnectorExample.of("hubspot"));
    }
}
