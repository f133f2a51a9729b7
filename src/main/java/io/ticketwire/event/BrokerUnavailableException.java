package io.ticketwire.event;

/** A record was not acknowledged by the broker: it may or may not be there, and has to be published again. */
public class BrokerUnavailableException extends RuntimeException {
    public BrokerUnavailableException(String message) {
        super(message, null, false, false);
    }

    public BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause, false, false);
    }
}
