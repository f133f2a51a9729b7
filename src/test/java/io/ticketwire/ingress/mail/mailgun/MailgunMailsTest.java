package io.ticketwire.ingress.mail.mailgun;

import io.ticketwire.ingress.mail.ReadsMailFixtures;

class MailgunMailsTest extends ReadsMailFixtures {

    MailgunMailsTest() {
        super(new MailgunProvider(), "mailgun");
    }
}
