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

    /** The use of a nonce for a body, which is hashed here and now. */
    Use use(Connector connector, String nonce, Content content) {
        byte[] hash = nonce == null ? new byte[0] : content.sha256();
        return new Use(
                nonce == null ? null : key(connector, nonce), HexFormat.of().formatHex(hash));
    }

    /** What a nonce was sent with; without a nonce, nothing ever is spent. */
    final class Use {
        private final Key key;
        private final String body;

        private Use(Key key, String body) {
            this.key = key;
            this.body = body;
        }

        /** Whether the nonce was used for another body. */
        boolean isSpent() {
            String known = key == null ? null : bodies.getIfPresent(key);
            return known != null && !known.equals(body);
        }

        /** Remembers that something was taken in under it. */
        void spend() {
            if (key != null) {
                bodies.put(key, body);
            }
        }
    }

    /** By its hash: senders may make it long. */
    private static Key key(Connector connector, String nonce) {
        return new Key(connector.id(), HexFormat.of().formatHex(Sha256.of(nonce)));
    }
}
