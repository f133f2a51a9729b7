package io.ticketwire.ingress.ticket.freshdesk;

import java.util.List;
import java.util.Map;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class FreshdeskFixturesTest extends ReadsFixtures {

    FreshdeskFixturesTest() {
        super(
                new FreshdeskProvider(),
                ProviderFixtures.of("freshdesk"),
                ConnectorExample.with("freshdesk", Map.of("subdomain", List.of("acme"))));
    }
}
