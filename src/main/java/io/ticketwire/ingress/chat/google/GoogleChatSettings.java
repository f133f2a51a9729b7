package io.ticketwire.ingress.chat.google;

import java.net.URI;
import java.time.Duration;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the keys of Google's tokens are, and bounds for fetching them. */
@ConfigMapping(prefix = "ticketwire.ingress.google-chat")
public interface GoogleChatSettings {

    /** The JWK set of Google's ID tokens: for connectors with an audience. */
    @WithDefault("https://www.googleapis.com/oauth2/v3/certs")
    URI idTokenKeys();

    /** The JWK set of Chat's service account: for connectors with a project number. */
    @WithDefault("https://www.googleapis.com/service_accounts/v1/jwk/chat@system.gserviceaccount.com")
    URI chatKeys();

    /** How long fetching a set may take, from the look-up of the name to the last byte; requests wait for it. */
    @WithDefault("5s")
    Duration fetchTimeout();

    /** The largest set that is read; a larger one counts as not fetched. */
    @WithDefault("64K")
    MemorySize maxKeysBytes();
}
