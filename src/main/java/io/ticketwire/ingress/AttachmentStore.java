package io.ticketwire.ingress;

import io.smallrye.mutiny.Uni;

import io.ticketwire.connector.Connector;

/** Keeps what is attached to messages. */
public interface AttachmentStore {

    /**
     * Stores what there is room for, before the message itself is published: once more if its sender repeats it, with the
     * same effect.
     *
     * @return false if it can't be said now whether they are stored
     */
    Uni<Boolean> store(Connector connector, Attachments attachments);
}
