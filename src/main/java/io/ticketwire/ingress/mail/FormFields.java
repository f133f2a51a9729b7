package io.ticketwire.ingress.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.ticketwire.ingress.JsonBody;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The fields of a form that are wanted, of bounded size: of longer ones the beginning. */
public final class FormFields {

    private static final int MAX_FIELD = 1 << 18;
    private static final int MAX_BYTES = 1 << 20;

    /** What a field gets when there is no more room: a long mail must not push out who sent it. */
    private static final int LEAST = 1 << 10;

    private static final int MAX_FIELDS = 1_000;

    private record Field(String name, byte[] bytes, boolean cut, String charset) {

        String text(String otherCharset) {
            return MailCharsets.decode(bytes, otherCharset == null ? charset : otherCharset, cut);
        }
    }

    private final Set<String> wanted;
    private final List<Field> fields = new ArrayList<>();
    private int size;

    /** @param wanted the names of those that are kept */
    public FormFields(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** Keeps a field, if it is wanted. */
    public void add(MailForm.Part part, InputStream bytes) throws IOException {
        if (wanted.contains(part.name()) && fields.size() < MAX_FIELDS) {
            int max = Math.max(LEAST, Math.min(MAX_FIELD, MAX_BYTES - size));
            byte[] read = bytes.readNBytes(max);
            size += read.length;
            fields.add(new Field(part.name(), read, read.length == max, part.charset()));
        }
    }

    /** The last value of a field; null if there is none. */
    public String last(String name) {
        return last(name, null);
    }

    /**
     * As {@link #last(String)}.
     *
     * @param charset of its bytes; null if it is not known
     */
    public String last(String name, String charset) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).name().equals(name)) {
                return fields.get(i).text(charset);
            }
        }
        return null;
    }

    /** The first value of a field; null if there is none. */
    public String first(String name) {
        for (Field field : fields) {
            if (field.name().equals(name)) {
                return field.text(null);
            }
        }
        return null;
    }

    /** The last value of a field read as JSON; missing if it is none, or neither an object nor an array. */
    public JsonNode json(String name) {
        String text = last(name);
        return text != null && JsonBody.of(text.getBytes(UTF_8)) instanceof JsonBody.Parsed parsed
                ? parsed.root()
                : MissingNode.getInstance();
    }
}
