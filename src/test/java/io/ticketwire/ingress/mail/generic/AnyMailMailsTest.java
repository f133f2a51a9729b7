package io.ticketwire.ingress.mail.generic;

import io.ticketwire.ingress.mail.ReadsMailFixtures;

class AnyMailMailsTest extends ReadsMailFixtures {

    AnyMailMailsTest() {
        super(new AnyMailProvider(), "email");
    }
}
