package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.MimeIOException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * A mail as it travels (RFC 5322 and 2045 to 2049), shown part by part to a visitor. Mails within mails are attachments. What
 * is nested too deeply is one part, and what comes after too many parts, or after something that can't be read, is left out.
 */
public final class MimeMail {

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 200;

    /** Of the mail and all of its parts. */
    private static final int MAX_HEADERS = 2 * MimeTokens.MAX_HEADERS;

    /** Other words for the same for programs of which there are few. */
    private static final Set<String> NOT_FOR_PEOPLE = Set.of("text/x-amp-html", "text/watch-html");

    private final MimeTokenStream tokens;
    private final MailVisitor visitor;
    private final Deque<Multipart> around = new ArrayDeque<>();
    private RawHeaders partHeaders = new RawHeaders();
    private int parts;
    private int headers;
    private int alternatives;

    /** @param alternative the number of the nearest multipart/alternative around what is in it; negative if there is none */
    private record Multipart(String type, int alternative) {}

    private MimeMail(MimeTokenStream tokens, MailVisitor visitor) {
        this.tokens = tokens;
        this.visitor = visitor;
    }

    /** Reads a mail to its end. */
    public static void read(InputStream mail, MailVisitor visitor) throws IOException {
        MimeTokenStream tokens = MimeTokens.lenient();
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
        tokens.parse(MimeTokens.withoutLeadingLines(mail));
        try {
            new MimeMail(tokens, visitor).read();
        } catch (MimeException | MimeIOException unreadable) {
            // What came before it is all that there is.
            return;
        }
    }

    private void read() throws IOException, MimeException {
        EntityState state = tokens.getState();
        while (state != EntityState.T_END_OF_STREAM && parts < MAX_PARTS && headers <= MAX_HEADERS) {
            token(state);
            state = tokens.next();
        }
    }

    private void token(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> partHeaders = new RawHeaders();
            case T_FIELD -> field(tokens.getField());
            case T_START_MULTIPART -> open();
            case T_END_MULTIPART -> close();
            case T_BODY -> body();
            default -> {
                // Preambles and epilogues are for mail programs of before 1992.
            }
        }
    }

    private void field(Field field) {
        headers++;
        String value = MimeTokens.value(field);
        partHeaders.add(field.getName(), value);
        if (around.isEmpty()) {
            visitor.header(field.getName(), value);
        }
    }

    private void open() {
        String type = tokens.getBodyDescriptor().getMimeType();
        int outer = around.isEmpty() ? -1 : around.peek().alternative();
        around.push(new Multipart(type, type.equals("multipart/alternative") ? alternatives++ : outer));
        limitDepth();
    }

    private void close() {
        around.pop();
        limitDepth();
    }

    private void limitDepth() {
        tokens.setRecursionMode(around.size() < MAX_DEPTH ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
    }

    private void body() throws IOException {
        parts++;
        HeaderValue type = HeaderValue.of(partHeaders.first("Content-Type"));
        HeaderValue disposition = HeaderValue.of(partHeaders.first("Content-Disposition"));
        String mediaType = tokens.getBodyDescriptor().getMimeType();
        MailPart part = part(type, disposition, mediaType);
        boolean html = mediaType.equals("text/html");
        boolean readable = html || mediaType.equals("text/plain");
        boolean file = disposition.value().equals("attachment") || part.filename() != null;
        InputStream bytes = tokens.getDecodedInputStream();
        if (readable && (!file || around.isEmpty())) {
            visitor.text(part, html, around.isEmpty() ? -1 : around.peek().alternative(), bytes);
        } else if (file || !NOT_FOR_PEOPLE.contains(mediaType)) {
            visitor.attachment(part, bytes);
        }
    }

    private MailPart part(HeaderValue type, HeaderValue disposition, String mediaType) {
        String filename = FileNames.of(disposition.parameter("filename"));
        boolean said = !type.value().isEmpty() || !mediaType.equals("text/plain");
        return new MailPart(
                said ? mediaType : null,
                type.parameter("charset"),
                filename == null ? FileNames.of(type.parameter("name")) : filename,
                ContentIds.of(partHeaders.first("Content-ID")),
                around.stream().anyMatch(multipart -> multipart.type().equals("multipart/report")));
    }
}
