package io.ticketwire.ingress.mail.ses;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class SesFixturesTest extends ReadsFixtures {

    SesFixturesTest() {
        super(
                new SesProvider(url -> new Certificates.Lookup.Unavailable()),
                ProviderFixtures.of("ses"),
                ConnectorExample.of("ses"));
    }
}
