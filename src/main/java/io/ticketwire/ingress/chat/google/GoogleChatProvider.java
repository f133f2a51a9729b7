package io.ticketwire.ingress.chat.google;

import java.util.Set;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.CredentialFields;
import io.ticketwire.ingress.EventBatch;
import io.ticketwire.ingress.IncomingRequest;
import io.ticketwire.ingress.JsonBody;
import io.ticketwire.ingress.Provider;
import io.ticketwire.ingress.Reading;
import io.ticketwire.ingress.Reply;
import io.ticketwire.ingress.Verification;
import io.ticketwire.ingress.signature.Trail;

/**
 * Google Chat, as a chat app or as a Workspace add-on: a token of Google in {@code Authorization}, and events as JSON.
 *
 * <p>The token says who calls and whom, but nothing of the body. Whoever has one may send what he likes with it for an hour.
 */
public final class GoogleChatProvider implements Provider {

    /** Tokens that an add-on's events carry for calls of its own, and the old verification token. */
    private static final CredentialFields CREDENTIALS =
            CredentialFields.named("token", "systemIdToken", "userIdToken", "userOAuthToken");

    private final SigningKeys ofIdTokens;
    private final SigningKeys ofChat;

    public GoogleChatProvider(GoogleKeys keys) {
        this(keys.ofIdTokens(), keys.ofChat());
    }

    GoogleChatProvider(SigningKeys ofIdTokens, SigningKeys ofChat) {
        this.ofIdTokens = ofIdTokens;
        this.ofChat = ofChat;
    }

    @Override
    public Set<String> types() {
        return Set.of("google_chat");
    }

    @Override
    public Verification verify(IncomingRequest request, Connector connector, Trail trail) {
        return new TokenVerification(ofIdTokens, ofChat, connector, trail).of(request);
    }

    @Override
    public Reading read(IncomingRequest request, Connector connector) {
        return JsonBody.readObject(request.body(), root -> ChatEvent.of(root).read(new EventBatch(request, connector)));
    }

    @Override
    public CredentialFields credentialFields() {
        return CREDENTIALS;
    }

    /** Chat takes a body for something to show; an empty object shows nothing. */
    @Override
    public Reply acknowledgement(Reading reading, Connector connector) {
        return Reply.EMPTY_OBJECT;
    }
}
