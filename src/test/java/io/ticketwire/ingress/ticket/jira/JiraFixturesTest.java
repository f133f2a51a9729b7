package io.ticketwire.ingress.ticket.jira;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class JiraFixturesTest extends ReadsFixtures {

    JiraFixturesTest() {
        super(new JiraProvider(), ProviderFixtures.of("jira"), ConnectorExample.of("jira"));
    }
}
