package io.ticketwire.ingress.mail.sendgrid;

import io.ticketwire.ingress.mail.ReadsMailFixtures;

class SendGridInboundMailsTest extends ReadsMailFixtures {

    SendGridInboundMailsTest() {
        super(new SendGridInboundProvider(), "sendgrid_inbound");
    }
}
