package io.ticketwire.ingress;

import java.util.List;

import io.ticketwire.connector.Connector;

/**
 * The scheme of a header that holds the HMAC-SHA256 of the body in hex, optional as long as the connector has no secret.
 *
 * @param name of the header
 * @param prefix before the hex
 * @param prefixRequired whether bare hex is refused
 */
public record SignatureHeader(String name, String prefix, boolean prefixRequired) {

    /** Checks a request against the connector's secrets. */
    public Verification verify(IncomingRequest request, Connector connector) {
        if (connector.webhookSecrets().isEmpty()) {
            return new Verification.Unsigned();
        }
        List<String> values = request.headers(name);
        if (values.size() != 1) {
            return new Verification.Refused(values.isEmpty() ? "missing" : "repeated");
        }
        String value = values.get(0);
        if (prefixRequired && !value.startsWith(prefix)) {
            return new Verification.Refused("malformed");
        }
        String hex = value.startsWith(prefix) ? value.substring(prefix.length()) : value;
        return HmacSha256.matches(connector.webhookSecrets(), request.body(), hex)
                ? new Verification.Verified()
                : new Verification.Refused("mismatch");
    }
}
