package io.ticketwire.ingress.mail.sendgrid;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class SendGridFixturesTest extends ReadsFixtures {

    SendGridFixturesTest() {
        super(new SendGridProvider(), ProviderFixtures.of("sendgrid"), ConnectorExample.of("sendgrid"));
    }
}
