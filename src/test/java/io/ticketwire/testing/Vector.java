package io.ticketwire.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A request that is signed rightly: published by a provider, or computed elsewhere.
 *
 * @param connector what the connector is made of beside name and type
 * @param route of the connector's type
 * @param headers in pairs
 */
public record Vector(
        String name, String type, Map<String, ?> connector, String route, byte[] body, List<String> headers) {

    public static Vector of(
            String name, String type, Map<String, ?> connector, String route, String body, String... headers) {
        return new Vector(name, type, connector, route, body.getBytes(UTF_8), List.of(headers));
    }

    /** With another body, of which it is not the signature. */
    public Vector forged() {
        byte[] other = body.clone();
        other[0] ^= 1;
        return new Vector(name, type, connector, route, other, headers);
    }

    /** With another value of one header. */
    public Vector with(String header, String value) {
        List<String> others = new ArrayList<>(headers);
        others.set(others.indexOf(header) + 1, value);
        return new Vector(name, type, connector, route, body, others);
    }

    /** With one header more. */
    public Vector and(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Vector(name, type, connector, route, body, more);
    }

    @Override
    public String toString() {
        return name;
    }
}
