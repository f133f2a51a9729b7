package io.ticketwire.ingress.signature;

import java.util.List;

import io.ticketwire.connector.Connector;

/** The secrets that a connector was given under a name. */
public final class Secrets {

    private Secrets() {}

    /** Those that can sign, the current one first: an empty one would be everybody's. */
    public static List<String> of(Connector connector, String credential) {
        return connector.credential(credential).stream()
                .filter(secret -> !secret.isBlank())
                .toList();
    }
}
