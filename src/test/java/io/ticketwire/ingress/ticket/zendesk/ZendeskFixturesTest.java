package io.ticketwire.ingress.ticket.zendesk;

import java.util.List;
import java.util.Map;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class ZendeskFixturesTest extends ReadsFixtures {

    ZendeskFixturesTest() {
        super(
                new ZendeskProvider(),
                ProviderFixtures.of("zendesk"),
                ConnectorExample.with("zendesk", Map.of("subdomain", List.of("acme"))));
    }
}
