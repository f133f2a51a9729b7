package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

/**
 * Certificates that were fetched. SNS gives a new one a new URL: what was fetched once stays as it is. Whoever knows a topic
 * can make up URLs that look right; they cost no more than some fetches a minute, and no certificate that is known.
 *
 * <pre>
 *   it is there                                    found
 *   a fetch of it is under way                     wait for it
 *   one has failed within the pause                unavailable
 *   there were too many fetches within a minute    unavailable
 *   else                                           fetch, and wait
 * </pre>
 */
final class CachedCertificates implements Certificates {

    private static final Logger LOG = Logger.getLogger(CachedCertificates.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A region has one, and two when it changes. */
    private static final int MAX = 10;

    private final Function<URI, Uni<SigningCertificate>> source;
    private final int fetchesPerMinute;
    private final InstantSource clock;

    private final Map<URI, SigningCertificate> known = new LinkedHashMap<>(MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, SigningCertificate> eldest) {
            return size() > MAX;
        }
    };
    private final Map<URI, Uni<Lookup>> underWay = new HashMap<>();

    /** Not more than there may be fetches within the pause. */
    private final Map<URI, Instant> failed = new HashMap<>();

    private final Deque<Instant> fetches = new ArrayDeque<>();

    /**
     * @param source fetches a certificate; its failures are kept for the log and no one else
     * @param clock ours, not the messages'
     */
    CachedCertificates(Function<URI, Uni<SigningCertificate>> source, int fetchesPerMinute, InstantSource clock) {
        this.source = source;
        this.fetchesPerMinute = fetchesPerMinute;
        this.clock = clock;
    }

    @Override
    public synchronized Lookup find(URI url) {
        SigningCertificate certificate = known.get(url);
        if (certificate != null) {
            return new Lookup.Found(certificate);
        }
        Uni<Lookup> fetch = underWay.get(url);
        if (fetch == null) {
            if (!mayFetch(url, clock.instant())) {
                return new Lookup.Unavailable();
            }
            fetch = source.apply(url)
                    .map(fetched -> fetched(url, fetched))
                    .onFailure()
                    .recoverWithItem(failure -> failed(url, failure))
                    .memoize()
                    .indefinitely();
            underWay.put(url, fetch);
        }
        return new Lookup.Fetching(fetch);
    }

    private boolean mayFetch(URI url, Instant now) {
        failed.values().removeIf(failure -> !now.isBefore(failure.plus(PAUSE)));
        if (failed.containsKey(url)) {
            return false;
        }
        while (!fetches.isEmpty() && !now.isBefore(fetches.peek().plus(MINUTE))) {
            fetches.remove();
        }
        if (fetches.size() >= fetchesPerMinute) {
            LOG.debugf("Certificates were fetched %d times within a minute: no more now", fetches.size());
            return false;
        }
        fetches.add(now);
        return true;
    }

    private synchronized Lookup fetched(URI url, SigningCertificate certificate) {
        underWay.remove(url);
        known.put(url, certificate);
        LOG.infof("A certificate of %s is there", url.getHost());
        return new Lookup.Found(certificate);
    }

    private synchronized Lookup failed(URI url, Throwable failure) {
        underWay.remove(url);
        failed.put(url, clock.instant());
        LOG.warnf("A certificate of %s could not be fetched: %s", url.getHost(), failure);
        return new Lookup.Unavailable();
    }
}
