package io.ticketwire.endpoint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host that is an address rather than a name, told apart as browsers and C libraries do (WHATWG URL, inet_aton). */
final class AddressLiteral {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-fA-F:.]+]");

    private AddressLiteral() {}

    /** Whether somebody may take the host for an address: it is in brackets, or its last label is a number. */
    static boolean looksLikeOne(String host) {
        String lastLabel = host.substring(host.lastIndexOf('.') + 1);
        return host.startsWith("[") || NUMBER.matcher(lastLabel).matches();
    }

    /** The address, if it is written in the one usual way; decimal, octal, hex, short and IPv4-mapped forms are not. */
    static Optional<InetAddress> parse(String host) {
        try {
            if (host.startsWith("[")) {
                boolean plain = IPV6.matcher(host).matches();
                InetAddress address = plain ? InetAddress.getByName(host) : null;
                return address instanceof Inet4Address ? Optional.empty() : Optional.ofNullable(address);
            }
            return isDottedDecimal(host) ? Optional.of(InetAddress.getByName(host)) : Optional.empty();
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isDottedDecimal(String host) {
        String[] octets = host.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }
}
