package io.ticketwire.ingress.message.vonage;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class VonageSmsFixturesTest extends ReadsFixtures {

    VonageSmsFixturesTest() {
        super(new VonageSmsProvider(), ProviderFixtures.of("vonage_sms"), ConnectorExample.of("vonage_sms"));
    }
}
