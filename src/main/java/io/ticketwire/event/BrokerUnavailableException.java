package io.ticketwire.event;

import org.apache.kafka.common.errors.RetriableException;

/** A record was not acknowledged by the broker: it may or may not be there, and has to be published again. */
public class BrokerUnavailableException extends RetriableException {
    public BrokerUnavailableException(String message) {
        super(message);
    }

    public BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
