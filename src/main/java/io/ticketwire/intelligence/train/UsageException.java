package io.ticketwire.intelligence.train;

/** A command was not given what it needs; the message says what, for the person who typed it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
