package io.ticketwire.ingress.chat.google;

import java.util.List;
import java.util.Optional;

import io.ticketwire.connector.Connector;

/**
 * Who issues the tokens that Google Chat sends, by the app's "Authentication Audience"
 * (https://developers.google.com/workspace/chat/verify-requests-from-chat). It decides whose keys count: a token of one
 * issuer is nothing if it is signed with a key of the other.
 */
enum Issuer {
    /** The HTTP endpoint URL is the audience: an ID token, which also says for which account it was issued. */
    GOOGLE(List.of("https://accounts.google.com", "accounts.google.com"), "audience"),

    /** The project number is the audience: a token that Chat's service account has signed itself. */
    CHAT(List.of(Issuer.CHAT_ACCOUNT), "project_number");

    static final String CHAT_ACCOUNT = "chat@system.gserviceaccount.com";

    private final List<String> names;
    private final String audience;

    Issuer(List<String> names, String audience) {
        this.names = names;
        this.audience = audience;
    }

    /** By the claim {@code iss}. */
    static Optional<Issuer> of(String name) {
        for (Issuer issuer : values()) {
            if (issuer.names.contains(name)) {
                return Optional.of(issuer);
            }
        }
        return Optional.empty();
    }

    /** What the connector accepts as the claim {@code aud}; empty if it expects no token of this issuer. */
    List<String> audiences(Connector connector) {
        return connector.credential(audience);
    }

    /** What the audience is called in the connector. */
    String audienceKey() {
        return audience;
    }
}
