package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

import io.ticketwire.platform.ProblemException;

/** Checks the URL of an endpoint when it is saved, with all addresses that its name has now. */
@Startup
@ApplicationScoped
public class EndpointUrls {

    private final AddressRules addresses;
    private final UrlRules rules;
    private final NameResolver names;

    EndpointUrls(UrlRuleSettings settings, AddressRules addresses, NameResolver names) {
        this.addresses = addresses;
        this.rules = new UrlRules(addresses, settings.allowHttp());
        this.names = names;
    }

    /** The rules of this process; the same at save and at connect. */
    @Produces
    @Singleton
    static AddressRules addressRules(UrlRuleSettings settings) {
        try {
            return new AddressRules(settings.allowedNetworks().orElse(List.of()));
        } catch (IllegalArgumentException malformed) {
            throw new ConfigurationException("ticketwire.delivery.allowed-networks: " + malformed.getMessage());
        }
    }

    /** Why the URL itself is refused; its name is not looked up. */
    public Optional<String> refusal(String url) {
        return rules.refusal(url);
    }

    /** Looks up the name of a URL that is fine by itself; ends the request if it leads to where it may not. */
    public Uni<Void> checkAddresses(String url) {
        String host = URI.create(url).getHost();
        if (AddressLiteral.looksLikeOne(host)) {
            return Uni.createFrom().voidItem();
        }
        return names.resolve(host).invoke(this::check).replaceWithVoid();
    }

    private void check(List<InetAddress> found) {
        if (found.isEmpty()) {
            throw ProblemException.field("url", "has a name that does not resolve");
        }
        for (InetAddress address : found) {
            addresses.refusal(address).ifPresent(reason -> {
                throw ProblemException.field("url", reason);
            });
        }
    }
}
