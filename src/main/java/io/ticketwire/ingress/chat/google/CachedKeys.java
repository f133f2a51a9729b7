package io.ticketwire.ingress.chat.google;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * The keys of one source, fetched when one is asked for and kept for as long as the source allows. However many tokens come
 * and whatever they name, there is one fetch at a time and a pause after each.
 *
 * <pre>
 *   the key is there and fresh                          found
 *   not there, or no longer fresh
 *     a fetch is under way                              wait for it
 *     the last one is longer ago than the pause         fetch, and wait
 *     else, or after waiting
 *       the key is there, if not fresh                  found: old keys are better than none
 *       there are others                                unknown
 *       there is none at all                            unavailable
 * </pre>
 */
final class CachedKeys implements SigningKeys {

    private static final Logger LOG = Logger.getLogger(CachedKeys.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Without a key everything is answered 503: a source that was away for a moment is asked again soon. */
    private static final Duration PAUSE_WITHOUT_KEYS = Duration.ofSeconds(5);

    private final String name;
    private final Supplier<Uni<KeySet>> source;
    private final InstantSource clock;
    private KeySet keys;
    private Instant freshUntil = Instant.MIN;
    private Instant lastFetch = Instant.MIN;
    private Uni<Void> underWay;

    /**
     * @param name of the source, for the log
     * @param source fetches the keys; its failures are kept for the log and no one else
     * @param clock ours: when a request came is for the request's own times, which a person who asks for an explanation makes up
     */
    CachedKeys(String name, Supplier<Uni<KeySet>> source, InstantSource clock) {
        this.name = name;
        this.source = source;
        this.clock = clock;
    }

    @Override
    public synchronized Lookup find(String keyId) {
        Instant now = clock.instant();
        if (key(keyId) != null && now.isBefore(freshUntil)) {
            return new Lookup.Found(key(keyId));
        }
        if (underWay == null && !now.isBefore(nextFetch())) {
            lastFetch = now;
            underWay = source.get()
                    .onItem()
                    .invoke(fetched -> fetched(fetched, now))
                    .onFailure()
                    .invoke(this::failed)
                    .onFailure()
                    .recoverWithNull()
                    .replaceWithVoid()
                    .memoize()
                    .indefinitely();
        }
        return underWay == null ? known(keyId) : new Lookup.Fetching(underWay.map(ignored -> known(keyId)));
    }

    private synchronized Lookup known(String keyId) {
        if (key(keyId) != null) {
            return new Lookup.Found(key(keyId));
        }
        return keys == null ? new Lookup.Unavailable() : new Lookup.Unknown();
    }

    private PublicKey key(String keyId) {
        return keys == null ? null : keys.byId().get(keyId);
    }

    private Instant nextFetch() {
        return lastFetch.equals(Instant.MIN) ? lastFetch : lastFetch.plus(keys == null ? PAUSE_WITHOUT_KEYS : PAUSE);
    }

    private synchronized void fetched(KeySet fetched, Instant now) {
        keys = fetched;
        freshUntil = now.plus(fetched.lifetime());
        underWay = null;
        LOG.infof("%d keys of %s, for %s", fetched.byId().size(), name, fetched.lifetime());
    }

    private synchronized void failed(Throwable failure) {
        underWay = null;
        LOG.warnf("The keys of %s could not be fetched: %s", name, failure);
    }
}
