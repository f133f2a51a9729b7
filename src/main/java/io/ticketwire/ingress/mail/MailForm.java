package io.ticketwire.ingress.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

import io.ticketwire.ingress.IncomingRequest;

/**
 * The fields and files of a form that may be as large as a mail, one after the other: {@code multipart/form-data} (RFC 7578)
 * or {@code application/x-www-form-urlencoded}. What can't be understood is left out.
 */
public final class MailForm {

    public static final String MULTIPART = "multipart/form-data";
    public static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static final int MAX_PARTS = 1_000;

    /**
     * A field or a file.
     *
     * @param file whether it is a file, be its name empty
     * @param filename without a path; null if there is none
     * @param mediaType in lower case; null if there is none
     */
    public record Part(String name, boolean file, String filename, String mediaType, String charset) {

        /** What a file is of a mail. */
        public MailPart ofMail() {
            return MailPart.file(mediaType, filename);
        }
    }

    /** Is shown the parts. */
    @FunctionalInterface
    public interface Reader {

        /** @param bytes need not be read to their end */
        void read(Part part, InputStream bytes) throws IOException;
    }

    private MailForm() {}

    /** Whether it is a form at all. */
    public static boolean isSentBy(IncomingRequest request) {
        return isForm(request.mediaType());
    }

    /** Whether bodies of this media type are. */
    public static boolean isForm(String mediaType) {
        return MULTIPART.equals(mediaType) || URL_ENCODED.equals(mediaType);
    }

    /** Reads a form to its end. */
    public static void read(IncomingRequest request, Reader reader) throws IOException {
        try (InputStream body = new BufferedInputStream(request.content().open())) {
            if (MULTIPART.equals(request.mediaType())) {
                multipart(body, String.valueOf(request.header("Content-Type")), reader);
            } else {
                UrlEncodedParts parts = new UrlEncodedParts(body);
                for (int i = 0; i < MAX_PARTS && parts.next(); i++) {
                    reader.read(new Part(parts.name(), false, null, null, null), parts.value());
                }
            }
        }
    }

    private static void multipart(InputStream body, String contentType, Reader reader) throws IOException {
        MimeTokenStream tokens = MimeTokens.lenient();
        // Neither a mail nor a multipart that is sent as a file is a part of the form.
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parseHeadless(body, contentType);
        try {
            RawHeaders headers = new RawHeaders();
            int parts = 0;
            EntityState state = tokens.getState();
            while (state != EntityState.T_END_OF_STREAM && parts <= MAX_PARTS) {
                if (state == EntityState.T_START_MULTIPART) {
                    tokens.setRecursionMode(RecursionMode.M_FLAT);
                } else if (state == EntityState.T_START_HEADER) {
                    headers = new RawHeaders();
                } else if (state == EntityState.T_FIELD) {
                    headers.add(tokens.getField().getName(), MimeTokens.value(tokens.getField()));
                } else if (state == EntityState.T_BODY) {
                    parts++;
                    read(headers, tokens.getDecodedInputStream(), reader);
                }
                state = tokens.next();
            }
        } catch (MimeException | MimeIOException unreadable) {
            // What came before it is all that there is.
            return;
        }
    }

    private static void read(RawHeaders headers, InputStream bytes, Reader reader) throws IOException {
        HeaderValue disposition = HeaderValue.of(headers.first("Content-Disposition"));
        HeaderValue type = HeaderValue.of(headers.first("Content-Type"));
        String name = disposition.parameter("name");
        if (name != null) {
            String filename = disposition.parameter("filename");
            String mediaType = type.value().isEmpty() ? null : type.value();
            reader.read(
                    new Part(name, filename != null, FileNames.of(filename), mediaType, type.parameter("charset")),
                    bytes);
        }
    }
}
