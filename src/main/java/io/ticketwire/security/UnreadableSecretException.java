package io.ticketwire.security;

/** A sealed secret was damaged, or moved to where it was not sealed for. */
public class UnreadableSecretException extends RuntimeException {

    UnreadableSecretException(String context) {
        super("The sealed secret of " + context + " is damaged or was not sealed for it");
    }
}
