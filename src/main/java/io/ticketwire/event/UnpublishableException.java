package io.ticketwire.event;

/** The broker will never take this record: it is too large for its topic. Publishing it again is in vain. */
public class UnpublishableException extends RuntimeException {
    public UnpublishableException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
