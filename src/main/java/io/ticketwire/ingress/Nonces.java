package io.ticketwire.ingress;

import java.util.HexFormat;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.ticketwire.connector.Connector;
import io.ticketwire.platform.Sha256;

/**
 * The nonces under which this process took something in. A nonce that comes again with the same body is a repeat, and known
 * as such by its event ids; with another body somebody has kept a signature. What was answered with an error is not
 * remembered: its sender may try again, as it likes.
 *
 * <p>Bounded: of more than the bound the oldest are forgotten. Then, and in other processes, only the event ids are left,
 * of which a second one has no effect.
 */
@ApplicationScoped
public class Nonces {

    private record Key(UUID connectorId, String nonce) {}

    private final Cache<Key, String> bodies;

    Nonces(IngressSettings settings) {
        this.bodies = Caffeine.newBuilder()
                .maximumSize(settings.nonces())
                .expireAfterWrite(settings.nonceWindow())
                .build();
    }

    /** Whether the nonce was used for another body. */
    boolean isSpent(Connector connector, String nonce, Content content) {
        String body = nonce == null ? null : bodies.getIfPresent(key(connector, nonce));
        return body != null && !body.equals(hash(content));
    }

    /** Remembers that something was taken in under it; does nothing without a nonce. */
    void spend(Connector connector, String nonce, Content content) {
        if (nonce != null) {
            bodies.put(key(connector, nonce), hash(content));
        }
    }

    /** By its hash: senders may make it long. */
    private static Key key(Connector connector, String nonce) {
        return new Key(connector.id(), HexFormat.of().formatHex(Sha256.of(nonce)));
    }

    private static String hash(Content content) {
        return HexFormat.of().formatHex(content.sha256());
    }
}
