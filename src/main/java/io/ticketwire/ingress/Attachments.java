package io.ticketwire.ingress;

import java.io.IOException;

/** What is attached to the messages of a request. It is read out of the body when it is wanted, piece by piece, and never held. */
public interface Attachments {

    /** Of requests without any. */
    Attachments NONE = new Attachments() {
        @Override
        public boolean isEmpty() {
            return true;
        }

        @Override
        public void writeTo(AttachmentSink sink) {
            // There is nothing to write.
        }
    };

    /** Whether there are none. */
    boolean isEmpty();

    /** Writes all of them, one after the other. */
    void writeTo(AttachmentSink sink) throws IOException;
}
