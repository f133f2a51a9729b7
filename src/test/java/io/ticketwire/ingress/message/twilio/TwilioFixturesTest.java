package io.ticketwire.ingress.message.twilio;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class TwilioFixturesTest extends ReadsFixtures {

    TwilioFixturesTest() {
        super(new TwilioProvider(), ProviderFixtures.of("twilio"), ConnectorExample.of("twilio"));
    }
}
