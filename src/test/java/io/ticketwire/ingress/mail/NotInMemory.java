package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;

import io.ticketwire.ingress.Content;
import io.ticketwire.ingress.IncomingRequest;

/** A body that can be read as one on disk, and no other way. */
public record NotInMemory(Content all) implements Content {

    /** The same request with its body on disk. */
    public static IncomingRequest request(IncomingRequest other) {
        return new IncomingRequest(
                other.method(),
                other.origin(),
                other.uri(),
                other.mediaType(),
                other.headers(),
                new NotInMemory(other.content()),
                other.receivedAt());
    }

    @Override
    public long length() {
        return all.length();
    }

    @Override
    public InputStream open() throws IOException {
        return all.open();
    }

    @Override
    public byte[] bytes() {
        throw new IllegalStateException("A body on disk is not for memory");
    }

    @Override
    public byte[] sha256() {
        return all.sha256();
    }

    @Override
    public byte[] head(int max) {
        return all.head(max);
    }
}
