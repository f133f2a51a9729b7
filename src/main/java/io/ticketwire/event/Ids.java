package io.ticketwire.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Deterministic ids: name-based UUIDs, version 5 (RFC 9562, section 5.5). */
public final class Ids {

    /** The namespace of all our ids. */
    private static final UUID TICKETWIRE = UUID.fromString("6f1d8a52-7a1c-5e0c-9a37-3d2f6c0b54e1");

    private Ids() {}

    /** The id of a ticket: the same for the same connector and external id, for ever. */
    public static UUID ticket(UUID connectorId, String externalId) {
        return of(connectorId, "ticket:" + externalId);
    }

    /** The id of an event that the sender named itself. */
    public static UUID event(UUID connectorId, String providerEventId) {
        return of(connectorId, "event:" + providerEventId);
    }

    /** The id of the n-th event that is read out of a body, when the sender gives none. */
    public static UUID eventOfBody(UUID connectorId, byte[] bodySha256, int index) {
        ByteBuffer name = ByteBuffer.allocate(bodySha256.length + Integer.BYTES);
        return version5(connectorId, name.put(bodySha256).putInt(index).array());
    }

    /** An id derived from another one: of an event that follows from an event, of a delivery, ... */
    public static UUID of(UUID namespace, String name) {
        return version5(namespace, name.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the delivery of an event to an endpoint. */
    public static UUID delivery(UUID eventId, UUID endpointId) {
        return of(eventId, endpointId.toString());
    }

    /** An id that depends on the name alone. */
    public static UUID of(String name) {
        return of(TICKETWIRE, name);
    }

    private static UUID version5(UUID namespace, byte[] name) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(16)
                .putLong(namespace.getMostSignificantBits())
                .putLong(namespace.getLeastSignificantBits())
                .flip());
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name));
        long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
