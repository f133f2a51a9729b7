package io.ticketwire.ingress.mail.generic;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class AnyMailFixturesTest extends ReadsFixtures {

    AnyMailFixturesTest() {
        super(new AnyMailProvider(), ProviderFixtures.of("email"), ConnectorExample.of("email"));
    }
}
