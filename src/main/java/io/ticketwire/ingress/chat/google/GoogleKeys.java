package io.ticketwire.ingress.chat.google;

import java.time.InstantSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.vertx.core.Vertx;

/** The two sets of keys that Google Chat signs with. Nothing is fetched before a token asks for it. */
@ApplicationScoped
public class GoogleKeys {

    private final KeyFetch fetch;
    private final SigningKeys ofIdTokens;
    private final SigningKeys ofChat;

    public GoogleKeys(Vertx vertx, GoogleChatSettings settings) {
        this.fetch = new KeyFetch(
                vertx, settings.fetchTimeout(), settings.maxKeysBytes().asLongValue());
        this.ofIdTokens =
                new CachedKeys("Google's ID tokens", () -> fetch.get(settings.idTokenKeys()), InstantSource.system());
        this.ofChat = new CachedKeys("Google Chat", () -> fetch.get(settings.chatKeys()), InstantSource.system());
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
