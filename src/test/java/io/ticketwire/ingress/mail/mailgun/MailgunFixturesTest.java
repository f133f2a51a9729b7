package io.ticketwire.ingress.mail.mailgun;

import io.ticketwire.testing.ConnectorExample;
import io.ticketwire.testing.ProviderFixtures;
import io.ticketwire.testing.ReadsFixtures;

class MailgunFixturesTest extends ReadsFixtures {

    MailgunFixturesTest() {
        super(new MailgunProvider(), ProviderFixtures.of("mailgun"), ConnectorExample.of("mailgun"));
    }
}
