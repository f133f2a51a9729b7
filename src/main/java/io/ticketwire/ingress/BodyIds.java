package io.ticketwire.ingress;

import java.util.HexFormat;
import java.util.UUID;

import io.ticketwire.event.Ids;

/** Ids of events whose sender gives none: by connector, body and place in the body, so that a repeat has the same ones. */
public final class BodyIds {

    private final UUID connectorId;
    private final byte[] sha256;

    public BodyIds(UUID connectorId, Content body) {
        this.connectorId = connectorId;
        this.sha256 = body.sha256();
    }

    /** The id of the n-th event of the body. */
    public UUID id(int index) {
        return Ids.eventOfBody(connectorId, sha256, index);
    }

    /** The body's SHA-256 in hex, for what has no other identity. */
    public String hash() {
        return HexFormat.of().formatHex(sha256);
    }
}
