package io.ticketwire.ingress;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.ticketwire.ingress.detect.WebhookProvider;
import io.ticketwire.ingress.receive.ReceiveProvider;

/** The providers: the one place where they are listed. */
@ApplicationScoped
public class Providers {

    private static final List<Provider> ALL = List.of(new WebhookProvider(List.of()), new ReceiveProvider());

    private final Map<String, Provider> byType = new HashMap<>();

    Providers() {
        for (Provider provider : ALL) {
            provider.types().forEach(type -> byType.put(type, provider));
        }
    }

    /** The provider of a connector type that {@link #types()} names. */
    public Provider of(String type) {
        return byType.get(type);
    }

    /** Every connector type that has an ingress. */
    Set<String> types() {
        return byType.keySet();
    }
}
