package io.ticketwire.ingress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import io.ticketwire.platform.Sha256;

/** The bytes of a body, exactly as they were received: in memory, or of a large mail on disk. */
public interface Content {

    /** No bytes. */
    Content EMPTY = of(new byte[0]);

    /** How many bytes it has. */
    long length();

    /** Reads it from its beginning; as often as is wanted. What is on disk may fail to be read. */
    InputStream open() throws IOException;

    /** All of it, for those that can't be larger than memory takes; of what is on disk this is a bug. */
    byte[] bytes();

    /** Its SHA-256. */
    byte[] sha256();

    /** Not more than its first {@code max} bytes. */
    byte[] head(int max);

    /** What is in memory. */
    static Content of(byte[] bytes) {
        return new InMemory(bytes);
    }

    /** @param bytes not to be changed any more */
    record InMemory(byte[] bytes) implements Content {

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public byte[] sha256() {
            return Sha256.of(bytes);
        }

        @Override
        public byte[] head(int max) {
            return bytes.length <= max ? bytes : Arrays.copyOf(bytes, max);
        }
    }
}
