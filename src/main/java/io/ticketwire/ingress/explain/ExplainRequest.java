package io.ticketwire.ingress.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A request as somebody captured it.
 *
 * @param method POST if not given
 * @param url as the sender called it, absolute or from the path on; the connector's own if not given
 * @param headers by name, each a text or a list of texts
 * @param body as text; exactly as it was sent, to the last blank
 * @param bodyBase64 in place of {@code body}, for bytes that are no UTF-8 text
 * @param receivedAt when it arrived; now if not given. For schemes that sign the time
 */
public record ExplainRequest(
        String method,
        String url,
        Map<String, HeaderValues> headers,
        String body,
        String bodyBase64,
        String receivedAt) {

    /** The values of a header. */
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
    public static final class HeaderValues extends ArrayList<String> {

        /** For callers that are no JSON. */
        public static HeaderValues of(String... values) {
            HeaderValues all = new HeaderValues();
            all.addAll(List.of(values));
            return all;
        }
    }
}
