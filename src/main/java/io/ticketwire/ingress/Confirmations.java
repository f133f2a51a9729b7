package io.ticketwire.ingress;

import java.net.URI;
import java.time.Duration;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import io.ticketwire.connector.Connector;
import io.ticketwire.ingress.fetch.HttpFetch;

/** Tells senders that their callbacks are wanted here. */
@ApplicationScoped
public class Confirmations {

    private static final Logger LOG = Logger.getLogger(Confirmations.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long MAX_ANSWER = 65_536;

    private final HttpFetch fetch;

    Confirmations(Vertx vertx) {
        this.fetch = new HttpFetch(vertx, TIMEOUT, MAX_ANSWER);
    }

    /** Calls the URL. */
    Uni<Boolean> confirm(Connector connector, URI url) {
        return fetch.get(url)
                .invoke(answer -> LOG.infof("A subscription is confirmed at %s, %s", url.getHost(), connector))
                .replaceWith(true)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("A subscription can't be confirmed at %s: %s, %s", url.getHost(), failure, connector);
                    return false;
                });
    }

    @PreDestroy
    void close() {
        fetch.close();
    }
}
