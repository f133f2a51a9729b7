package io.ticketwire.ingress.mail.generic;

import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.Reading;

/** A request that holds a mail, in whatever form. */
interface ReadableMail {

    /** @param providerId what the mail is known by; null if its sender says nothing */
    Reading read(EventBatch events, String providerId);
}
