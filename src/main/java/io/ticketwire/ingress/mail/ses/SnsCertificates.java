package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.security.cert.CertificateException;
import java.time.InstantSource;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

import io.ticketwire.ingress.fetch.HttpFetch;

/** The certificates that SNS signs with. Nothing is fetched before a message asks for it. */
@ApplicationScoped
public class SnsCertificates {

    private final HttpFetch fetch;
    private final Certificates certificates;

    public SnsCertificates(Vertx vertx, SesSettings settings) {
        this.fetch = new HttpFetch(
                vertx, settings.fetchTimeout(), settings.maxCertificateBytes().asLongValue());
        this.certificates = new CachedCertificates(
                url -> certificate(fetch, url), settings.certificateFetchesPerMinute(), InstantSource.system());
    }

    static Uni<SigningCertificate> certificate(HttpFetch fetch, URI url) {
        return fetch.get(url).map(fetched -> {
            try {
                return SigningCertificate.of(fetched.body());
            } catch (CertificateException e) {
                throw new IllegalStateException("it is no certificate", e);
            }
        });
    }

    Certificates all() {
        return certificates;
    }

    @PreDestroy
    void close() {
        fetch.close();
    }
}
