package io.ticketwire.ingress.explain;

import java.util.Map;

import io.ticketwire.platform.Texts;

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
        String method, String url, Map<String, Texts> headers, String body, String bodyBase64, String receivedAt) {}
