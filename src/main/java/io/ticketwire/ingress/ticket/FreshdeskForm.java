package io.ticketwire.ingress.ticket;

import java.net.URLDecoder;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A form as Freshdesk sends it: {@code ticket_id=7} or {@code freshdesk_webhook[ticket_id]=7}, one text for every name. */
final class FreshdeskForm {

    private static final int MAX_FIELDS = 1_000;

    private FreshdeskForm() {}

    /** The fields; none of those that can't be decoded. Never throws. */
    static ObjectNode of(byte[] body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        String form = new String(body, UTF_8);
        int start = 0;
        for (int field = 0; field < MAX_FIELDS && start < form.length(); field++) {
            int end = form.indexOf('&', start);
            end = end < 0 ? form.length() : end;
            add(fields, form.substring(start, end));
            start = end + 1;
        }
        return fields;
    }

    private static void add(ObjectNode fields, String pair) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            return;
        }
        try {
            String name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
            fields.put(name, URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        } catch (IllegalArgumentException undecodable) {
            // A broken escape spoils this field and no other.
        }
    }
}
