package io.ticketwire.endpoint;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UrlRulesTest {

    private final UrlRules rules = new UrlRules(new AddressRules(List.of()), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://crm.example.com/hooks",
                "https://crm.example.com",
                "https://crm.example.com:443/",
                "https://crm.example.com:1024/a?b=c&d=%20",
                "https://crm.example.com:65535/",
                "HTTPS://CRM.Example.Com/",
                "https://xn--bcher-kva.example/",
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/"
            })
    void aPublicUrlIsFine(String url) {
        assertEquals(Optional.empty(), rules.refusal(url));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://crm.example.com/ | https://",
                "ftp://crm.example.com/ | https://",
                "//crm.example.com/ | https://",
                "crm.example.com | https://",
                "https:crm.example.com | host",
                "https:///hooks | host",
                "https://user@crm.example.com/ | user",
                "https://user:pass@crm.example.com/ | user",
                "https://8.8.8.8@crm.example.com/ | user",
                "https://crm.example.com@10.0.0.1/ | user",
                "https://crm.example.com/#x | fragment",
                "https://crm.example.com/# | fragment",
                "https://crm.example.com:80/ | port",
                "https://crm.example.com:22/ | port",
                "https://crm.example.com:0/ | port",
                "https://crm.example.com:1023/ | port",
                "https://crm.example.com:65536/ | port",
                "https://crm.example.com./ | dot",
                "https://localhost/ | this machine",
                "https://LOCALHOST/ | this machine",
                "https://localhost./ | dot",
                "https://a.localhost/ | this machine",
                "https://metadata.google.internal/ | inside a network",
                "https://printer.local/ | inside a network",
                "https://crm.default.svc/ | inside a network",
                "https://crm.default.svc.cluster.local/ | inside a network",
                "https://127.0.0.1/ | loopback",
                "https://10.0.0.1:8443/ | private",
                "https://169.254.169.254/latest/meta-data | link-local",
                "https://100.64.1.1/ | CGNAT",
                "https://2130706433/ | decimal",
                "https://0x7f000001/ | decimal",
                "https://0x7f.0.0.1/ | host name",
                "https://0X7F.1/ | host name",
                "https://017700000001/ | decimal",
                "https://0177.0.0.1/ | decimal",
                "https://127.1/ | host name",
                "https://127.0.1/ | host name",
                "https://0/ | decimal",
                "https://0x/ | decimal",
                "https://1.2.3.4.5/ | host name",
                "https://256.1.1.1/ | host name",
                "https://08.8.8.8/ | decimal",
                "https://example.0x1/ | host name",
                "https://[::1]/ | loopback",
                "https://[::]/ | unspecified",
                "https://[::ffff:127.0.0.1]/ | decimal",
                "https://[::ffff:8.8.8.8]/ | decimal",
                "https://[::ffff:7f00:1]/ | decimal",
                "https://[::7f00:1]/ | compatible",
                "https://[64:ff9b::7f00:1]/ | NAT64",
                "https://[64:ff9b:1::1]/ | NAT64",
                "https://[2002:7f00:1::]/ | 6to4",
                "https://[2001:0:1::1]/ | Teredo",
                "https://[fd00:ec2::254]/ | ULA",
                "https://[fe80::1]/ | link-local",
                "https://[fe80::1%25eth0]/ | percent",
                "https://[ff02::1]/ | multicast",
                "https://127%2e0%2e0%2e1/ | percent",
                "https://%6c%6f%63alhost/ | percent",
                "https://crm.example.com\\@10.0.0.1/ | characters",
                "https://bücher.example/ | characters",
                "https://①②⑦.⓪.⓪.①/ | characters",
                "https://localhost。/ | characters",
                "https://exa mple.com/ | characters",
                "https://-crm.example.com/ | host",
                "https://crm..example.com/ | host",
            })
    void aUrlThatMayMisleadIsRefusedWithAReason(String url, String reason) {
        // when
        Optional<String> refusal = rules.refusal(url);

        // then
        assertTrue(refusal.orElse("accepted").contains(reason), () -> url + ": " + refusal);
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertTrue(rules.refusal(null).isPresent());
        assertTrue(rules.refusal("").isPresent());
        assertTrue(rules.refusal("https://crm.example.com/" + "a".repeat(2048)).isPresent());
        assertTrue(rules.refusal("https://crm.example.com/\nHost: x").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:80/",
                "http://localhost:7/",
                "http://127.0.0.1:81/",
                "http://crm.example.com/",
                "http://crm.example.com:80/",
                "http://crm.default.svc:8080/"
            })
    void whatIsAllowedByConfigurationIsFine(String url) {
        // given
        UrlRules opened = new UrlRules(new AddressRules(List.of("127.0.0.0/8")), true);

        // when
        Optional<String> refusal = opened.refusal(url);

        // then
        assertEquals(Optional.empty(), refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://crm.example.com:81/",
                "http://10.0.0.1/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "https://crm.example.com:80/"
            })
    void whatIsNotAllowedByConfigurationStaysRefused(String url) {
        // given
        UrlRules opened = new UrlRules(new AddressRules(List.of("127.0.0.0/8")), true);

        // when
        Optional<String> refusal = opened.refusal(url);

        // then
        assertTrue(refusal.isPresent());
    }
}
