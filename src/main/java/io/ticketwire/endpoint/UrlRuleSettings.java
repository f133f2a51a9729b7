package io.ticketwire.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What outgoing requests may reach beyond the public internet by https. For those who host Ticketwire themselves. */
@ConfigMapping(prefix = "ticketwire.delivery")
public interface UrlRuleSettings {

    /**
     * Networks (CIDR, comma separated) that endpoints may be in although they are not public, e.g. {@code 10.20.0.0/16}.
     * None when absent. Names such as {@code crm.svc} are allowed as soon as any network is; {@code localhost}, and any
     * port, as soon as loopback is.
     */
    Optional<List<String>> allowedNetworks();

    /** Whether endpoints may be reached without TLS. */
    @WithDefault("false")
    boolean allowHttp();

    /**
     * How long the addresses of a name are taken for granted, on top of the JVM's own 30 seconds; those of a name that has
     * none, two seconds at most.
     */
    @WithDefault("10s")
    Duration dnsTtl();
}
