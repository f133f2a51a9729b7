package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AddressRulesTest {

    private final AddressRules rules = new AddressRules(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::808:808",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:4136:e378::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fdff::1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff02::1",
                "4000::1",
                "8000::1",
                "64:ff9b:2::1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) throws UnknownHostException {
        // when
        Optional<String> refusal = rules.refusal(InetAddress.getByName(address));

        // then
        assertTrue(refusal.isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860:4860::8888",
                "2003::1"
            })
    void aPublicAddressIsFine(String address) throws UnknownHostException {
        // when
        Optional<String> refusal = rules.refusal(InetAddress.getByName(address));

        // then
        assertEquals(Optional.empty(), refusal);
    }

    @Test
    void anAllowedNetworkIsFineAndItsNeighbourIsNot() throws UnknownHostException {
        // given
        AddressRules opened = new AddressRules(List.of("10.20.0.0/14", "fd00::/8", "192.168.1.7"));

        // when
        // then
        assertTrue(opened.refusal(InetAddress.getByName("10.23.255.255")).isEmpty());
        assertTrue(opened.refusal(InetAddress.getByName("fd12::1")).isEmpty());
        assertTrue(opened.refusal(InetAddress.getByName("192.168.1.7")).isEmpty());
        assertTrue(opened.refusal(InetAddress.getByName("10.24.0.0")).isPresent());
        assertTrue(opened.refusal(InetAddress.getByName("192.168.1.8")).isPresent());
        assertTrue(opened.refusal(InetAddress.getByName("127.0.0.1")).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "fd00::/129", "deadbeef/8"})
    void aMalformedNetworkIsRefused(String cidr) {
        assertThrows(IllegalArgumentException.class, () -> new AddressRules(List.of(cidr)));
    }
}
