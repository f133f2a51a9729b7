package io.ticketwire.security;

import io.quarkus.runtime.configuration.ConfigurationException;

/** A secret was sealed with a key that this process does not have: the configuration is wrong, not the secret. */
public class UnknownKeyException extends ConfigurationException {

    UnknownKeyException(int keyId, String context) {
        super(("The database holds secrets that were sealed with another encryption key (key %08x, %s). Set "
                        + "ticketwire.security.encryption-key to that key, or list it in "
                        + "ticketwire.security.previous-encryption-keys")
                .formatted(keyId, context));
    }
}
