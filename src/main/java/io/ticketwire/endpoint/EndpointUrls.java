package io.ticketwire.endpoint;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.Uni;

import io.ticketwire.platform.Contexts;
import io.ticketwire.platform.ProblemException;

/** Checks the URL of an endpoint when it is saved, with all addresses that its name has now. */
@Startup
@ApplicationScoped
public class EndpointUrls {

    private final UrlRules rules;
    private final Destinations destinations;

    EndpointUrls(UrlRules rules, Destinations destinations) {
        this.rules = rules;
        this.destinations = destinations;
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

    @Produces
    @Singleton
    static UrlRules urlRules(AddressRules addresses, UrlRuleSettings settings) {
        return new UrlRules(addresses, settings.allowHttp());
    }

    /** Why the URL itself is refused; its name is not looked up. */
    public Optional<String> refusal(String url) {
        return rules.refusal(url);
    }

    /** Looks up the name of a URL that is fine by itself; ends the request if it leads to where it may not. */
    public Uni<Void> checkAddresses(String url) {
        return Contexts.onCallersContext(Uni.createFrom().completionStage(() -> destinations.of(URI.create(url))))
                .invoke(EndpointUrls::check)
                .replaceWithVoid();
    }

    private static void check(Destination destination) {
        if (destination instanceof Destination.Refused refused) {
            throw ProblemException.field("url", refused.reason());
        }
        if (destination instanceof Destination.Unknown unknown) {
            throw ProblemException.field("url", "has a name that " + unknown.reason());
        }
    }
}
