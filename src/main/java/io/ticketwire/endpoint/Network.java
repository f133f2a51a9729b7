package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A block of addresses.
 *
 * @param address its first address, 4 or 16 bytes
 * @param prefix how many bits all of its addresses share
 */
record Network(byte[] address, int prefix) {

    /** Reads a CIDR such as {@code 10.0.0.0/8} or {@code fd00::/8}; a plain address is a block of one. */
    static Network of(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        try {
            if (!parts[0].matches("[0-9a-fA-F:.]+") || !parts[0].matches(".*[:.].*")) {
                throw new IllegalArgumentException(cidr + " is not a network such as 10.0.0.0/8");
            }
            byte[] address = InetAddress.getByName(parts[0]).getAddress();
            int bits = address.length * Byte.SIZE;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > bits) {
                throw new IllegalArgumentException(cidr + " has an impossible prefix");
            }
            return new Network(address, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(cidr + " is not a network such as 10.0.0.0/8", e);
        }
    }

    boolean contains(InetAddress candidate) {
        byte[] other = candidate.getAddress();
        if (other.length != address.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (other[i] != address[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xff << (Byte.SIZE - rest) & 0xff;
        return rest == 0 || (other[whole] & mask) == (address[whole] & mask);
    }
}
