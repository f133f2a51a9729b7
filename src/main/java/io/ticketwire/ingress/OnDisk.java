package io.ticketwire.ingress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;

import io.ticketwire.platform.Sha256;

/** A body in a temporary file. To be read on threads that may wait; what can't be read is an {@link UncheckedIOException}. */
record OnDisk(Path path, long length) implements Content {

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public byte[] bytes() {
        throw new IllegalStateException("A body on disk is not for memory");
    }

    @Override
    public byte[] sha256() {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }

    @Override
    public byte[] head(int max) {
        try (InputStream in = open()) {
            return in.readNBytes(max);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
