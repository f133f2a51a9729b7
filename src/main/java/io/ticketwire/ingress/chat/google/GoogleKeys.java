package io.ticketwire.ingress.chat.google;

import java.net.URI;
import java.time.InstantSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.ticketwire.ingress.fetch.Fetched;
import io.ticketwire.ingress.fetch.HttpFetch;

/** The two sets of keys that Google Chat signs with. Nothing is fetched before a token asks for it. */
@ApplicationScoped
public class GoogleKeys {

    private final HttpFetch fetch;
    private final SigningKeys ofIdTokens;
    private final SigningKeys ofChat;

    public GoogleKeys(Vertx vertx, GoogleChatSettings settings) {
        this.fetch = new HttpFetch(
                vertx, settings.fetchTimeout(), settings.maxKeysBytes().asLongValue());
        this.ofIdTokens =
                new CachedKeys("Google's ID tokens", () -> keys(settings.idTokenKeys()), InstantSource.system());
        this.ofChat = new CachedKeys("Google Chat", () -> keys(settings.chatKeys()), InstantSource.system());
    }

    private Uni<KeySet> keys(URI url) {
        return fetch.get(url).map(GoogleKeys::keySet);
    }

    static KeySet keySet(Fetched fetched) {
        return KeySet.of(fetched.body(), CacheLifetime.of(fetched.cacheControl(), fetched.age()))
                .orElseThrow(() -> new IllegalStateException("no key for " + ChatToken.ALGORITHM));
    }

    /** Those of Google's ID tokens. */
    SigningKeys ofIdTokens() {
        return ofIdTokens;
    }

    /** Those of Chat's service account. */
    SigningKeys ofChat() {
        return ofChat;
    }

    @PreDestroy
    void close() {
        fetch.close();
    }
}
