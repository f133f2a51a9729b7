package io.ticketwire.ingress.mail;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.DefaultFieldBuilder;
import org.apache.james.mime4j.stream.FieldBuilder;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.util.ByteArrayBuffer;
import org.apache.james.mime4j.util.RecycledByteArrayBuffer;

/**
 * Puts headers together as Mime4j does, but keeps of those that describe a part its beginning only: parsing their parameters
 * takes Mime4j time that grows with the square of their length.
 */
final class BoundedFields implements FieldBuilder {

    /** Bytes; a type, a boundary and a file name in the longest encoding come to less than 2,000. */
    private static final int LONGEST_DESCRIPTION = 8_192;

    private static final String DESCRIPTION = "content-";

    private final FieldBuilder all;
    private boolean description;
    private int length;

    /** @param longest bytes of any header */
    BoundedFields(int longest) {
        this.all = new DefaultFieldBuilder(longest);
    }

    @Override
    public void reset() {
        length = 0;
        all.reset();
    }

    @Override
    public void append(ByteArrayBuffer line) throws MimeException {
        description = length == 0 ? isDescription(line) : description;
        int room = description ? LONGEST_DESCRIPTION - length : Integer.MAX_VALUE;
        length += line.length();
        if (line.length() <= room) {
            all.append(line);
        } else if (room > 0) {
            all.append(new ByteArrayBuffer(line.buffer(), room, false));
        }
    }

    private static boolean isDescription(ByteArrayBuffer line) {
        if (line.length() < DESCRIPTION.length()) {
            return false;
        }
        for (int i = 0; i < DESCRIPTION.length(); i++) {
            if (Character.toLowerCase((char) line.byteAt(i)) != DESCRIPTION.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public RawField build() throws MimeException {
        return all.build();
    }

    @Override
    public RecycledByteArrayBuffer getRaw() {
        return all.getRaw();
    }

    @Override
    public void release() {
        all.release();
    }
}
