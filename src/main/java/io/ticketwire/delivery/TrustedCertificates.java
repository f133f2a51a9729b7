package io.ticketwire.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.net.TrustOptions;

/** Whose signature under a receiver's certificate counts: the system's authorities, and those of a file beside them. */
final class TrustedCertificates {

    private TrustedCertificates() {}

    /** @throws ConfigurationException if the file can't be read or holds no certificate */
    static TrustOptions andThoseOf(Path pem) {
        try (InputStream file = Files.newInputStream(pem)) {
            Collection<? extends Certificate> added =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (added.isEmpty()) {
                throw unusable(pem, "holds no certificate", null);
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (Certificate certificate : systemsOwn()) {
                all.setCertificateEntry("system-" + all.size(), certificate);
            }
            for (Certificate certificate : added) {
                all.setCertificateEntry("added-" + all.size(), certificate);
            }
            return TrustOptions.wrap(factory(all).getTrustManagers()[0]);
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(pem, "can't be read: " + e, e);
        }
    }

    private static Certificate[] systemsOwn() throws GeneralSecurityException {
        for (TrustManager manager : factory(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                return known.getAcceptedIssuers();
            }
        }
        return new Certificate[0];
    }

    /** @param store null: the system's */
    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static ConfigurationException unusable(Path pem, String why, Exception cause) {
        return new ConfigurationException("ticketwire.delivery.trusted-certificates: " + pem + " " + why, cause);
    }
}
