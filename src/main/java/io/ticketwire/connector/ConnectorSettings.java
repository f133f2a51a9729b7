package io.ticketwire.connector;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How senders reach us. */
@ConfigMapping(prefix = "ticketwire")
public interface ConnectorSettings {

    /**
     * What {@code webhook_url} in answers starts with, e.g. {@code https://hooks.example.com}. When it is absent, the base
     * of the request that asks.
     */
    Optional<String> publicUrl();
}
