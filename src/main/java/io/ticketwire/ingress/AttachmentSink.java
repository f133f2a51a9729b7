package io.ticketwire.ingress;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where attachments go. */
public interface AttachmentSink {

    /**
     * Takes one.
     *
     * @param id the same for the same bytes under the same name, in whatever mail they are
     * @param filename without a path; null if there is none
     * @param mediaType as its sender says; null if it does not
     * @param bytes decoded; read to the end or not at all, never closed here
     */
    void take(UUID id, String filename, String mediaType, InputStream bytes) throws IOException;
}
