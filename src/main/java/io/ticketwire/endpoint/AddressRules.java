package io.ticketwire.endpoint;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses requests may be sent to: public ones, and those of the networks that are allowed by configuration. Of
 * IPv6 only global unicast is public, less what translates or tunnels to an IPv4 address.
 *
 * <p>Source: the IANA special-purpose address registries for IPv4 and IPv6.
 */
public final class AddressRules {

    private static final Map<Network, String> REFUSED_IPV4 = table(
            "0.0.0.0/8", "unspecified",
            "10.0.0.0/8", "private",
            "100.64.0.0/10", "shared by a carrier (CGNAT)",
            "127.0.0.0/8", "loopback",
            "169.254.0.0/16", "link-local",
            "172.16.0.0/12", "private",
            "192.0.0.0/24", "reserved",
            "192.0.2.0/24", "for documentation",
            "192.88.99.0/24", "reserved",
            "192.168.0.0/16", "private",
            "198.18.0.0/15", "for benchmarks",
            "198.51.100.0/24", "for documentation",
            "203.0.113.0/24", "for documentation",
            "224.0.0.0/4", "multicast",
            "240.0.0.0/4", "reserved");

    private static final Map<Network, String> REFUSED_IPV6 = table(
            "::/128", "unspecified",
            "::1/128", "loopback",
            "::/96", "an IPv4-compatible address",
            "64:ff9b::/96", "translated to IPv4 (NAT64)",
            "64:ff9b:1::/48", "translated to IPv4 (NAT64)",
            "100::/64", "discarded",
            "2001::/32", "tunnelled (Teredo)",
            "2001::/23", "reserved",
            "2001:db8::/32", "for documentation",
            "2002::/16", "tunnelled (6to4)",
            "3fff::/20", "for documentation",
            "5f00::/16", "reserved",
            "fc00::/7", "private (ULA)",
            "fe80::/10", "link-local",
            "fec0::/10", "site-local",
            "ff00::/8", "multicast");

    private static final Network GLOBAL_UNICAST = Network.of("2000::/3");

    private final List<Network> allowed;

    /**
     * @param allowed CIDRs that may be reached whatever they are
     * @throws IllegalArgumentException if one is malformed
     */
    public AddressRules(List<String> allowed) {
        this.allowed = allowed.stream().map(Network::of).toList();
    }

    /** Why requests may not be sent to this address; empty if they may. */
    public Optional<String> refusal(InetAddress address) {
        if (allows(address)) {
            return Optional.empty();
        }
        String text = address.getHostAddress();
        boolean ipv4 = address instanceof Inet4Address;
        for (Map.Entry<Network, String> refused : (ipv4 ? REFUSED_IPV4 : REFUSED_IPV6).entrySet()) {
            if (refused.getKey().contains(address)) {
                return Optional.of("the address " + text + " is " + refused.getValue());
            }
        }
        return ipv4 || GLOBAL_UNICAST.contains(address)
                ? Optional.empty()
                : Optional.of("the address " + text + " is not public");
    }

    /** Whether the address is in a network that is allowed by configuration. */
    boolean allows(InetAddress address) {
        return allowed.stream().anyMatch(network -> network.contains(address));
    }

    boolean allowsAnyNetwork() {
        return !allowed.isEmpty();
    }

    private static Map<Network, String> table(String... rows) {
        Map<Network, String> table = new LinkedHashMap<>();
        for (int i = 0; i < rows.length; i += 2) {
            table.put(Network.of(rows[i]), rows[i + 1]);
        }
        return table;
    }
}
