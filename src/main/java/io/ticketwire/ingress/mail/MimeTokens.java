package io.ticketwire.ingress.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.ByteSequence;

/** Apache Mime4j, told to take what comes. */
final class MimeTokens {

    /** Bytes of the longest header; of a longer one nothing can be read. Mime4j holds one at a time. */
    private static final int LONGEST_HEADER = 1 << 18;

    /** Headers of a mail or a part of one; behind more nothing can be read. */
    static final int MAX_HEADERS = 10_000;

    private MimeTokens() {}

    static MimeTokenStream lenient() {
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(LONGEST_HEADER)
                .setMaxHeaderLen(LONGEST_HEADER)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        return new MimeTokenStream(config, DecodeMonitor.SILENT, new BoundedFields(LONGEST_HEADER), null);
    }

    /** Empty lines before the first header would be the end of all headers; some programs that pipe mails add one. */
    static InputStream withoutLeadingLines(InputStream mail) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(mail);
        int next;
        do {
            buffered.mark(1);
            next = buffered.read();
        } while (next == '\r' || next == '\n');
        buffered.reset();
        return buffered;
    }

    /** What a header says, unfolded. Bytes that are not ASCII are what they are in a text. */
    static String value(Field field) {
        ByteSequence raw = field.getRaw();
        if (raw == null) {
            return field.getBody();
        }
        String line = MailCharsets.decode(raw.toByteArray(), null);
        return line.substring(line.indexOf(':') + 1);
    }
}
