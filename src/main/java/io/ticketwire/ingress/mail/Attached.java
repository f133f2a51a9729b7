package io.ticketwire.ingress.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

import io.ticketwire.event.Ids;
import io.ticketwire.platform.Sha256;

/**
 * An attachment that was read and not kept.
 *
 * @param sha256 in hex
 * @param head how it begins, if it may be part of a report; else empty
 */
record Attached(MailPart part, String sha256, long size, byte[] head) {

    private static final int BUFFER = 8_192;

    /**
     * Reads it to its end.
     *
     * @param held bytes of the head
     */
    static Attached read(MailPart part, InputStream bytes, int held) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
            digest.update(buffer, 0, read);
            size += read;
            head.write(buffer, 0, Math.min(read, held - head.size()));
        }
        return new Attached(part, HexFormat.of().formatHex(digest.digest()), size, head.toByteArray());
    }

    /**
     * The same for the same bytes under the same name, and for nothing else: a mail that its provider repeats may have another
     * event id, and two mails the same Message-ID.
     */
    UUID id(UUID connectorId) {
        String type = Objects.toString(part.mediaType(), "");
        String name = Objects.toString(part.filename(), "");
        return Ids.of(connectorId, "attachment:" + sha256 + "\n" + type + "\n" + name);
    }

    /** With what is said of it elsewhere. */
    Attached as(MailPart other) {
        return new Attached(other, sha256, size, head);
    }
}
