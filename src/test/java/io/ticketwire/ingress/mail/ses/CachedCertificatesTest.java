package io.ticketwire.ingress.mail.ses;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ticketwire.ingress.mail.ses.Certificates.Lookup;
import io.ticketwire.testing.MailReportVectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** When certificates are fetched, and when not. */
class CachedCertificatesTest {

    private static final Lookup UNAVAILABLE = new Lookup.Unavailable();

    private final Map<URI, UniEmitter<? super SigningCertificate>> fetches = new LinkedHashMap<>();
    private int fetched;
    private Instant now = Instant.parse("2026-07-01T10:00:00Z");
    private SigningCertificate certificate;

    private final CachedCertificates certificates = new CachedCertificates(
            url -> Uni.createFrom().emitter(emitter -> {
                fetched++;
                fetches.put(url, emitter);
            }),
            10,
            () -> now);

    @BeforeEach
    void readCertificate() throws CertificateException {
        certificate = SigningCertificate.of(MailReportVectors.sesCertificate());
    }

    @Test
    void certificateIsFetchedOnceForAllWhoWaitAndThenKept() {
        List<Lookup> first = ask("a");
        List<Lookup> second = ask("a");

        fetches.get(url("a")).complete(certificate);

        Lookup found = new Lookup.Found(certificate);
        assertEquals(List.of(found), first);
        assertEquals(List.of(found), second);
        assertEquals(found, certificates.find(url("a")));
        assertEquals(1, fetched);
    }

    @Test
    void whatFailedIsNotFetchedAgainForHalfAMinute() {
        List<Lookup> waiting = ask("a");
        fetches.get(url("a")).fail(new IOException("away"));

        assertEquals(List.of(UNAVAILABLE), waiting);
        now = now.plusMillis(29_999);
        assertEquals(UNAVAILABLE, certificates.find(url("a")));
        now = now.plusMillis(1);
        assertInstanceOf(Lookup.Fetching.class, certificates.find(url("a")));
    }

    @Test
    void thousandForgedUrlsCostTenFetchesAMinute() {
        for (int i = 0; i < 1_000; i++) {
            if (certificates.find(url("forged" + i)) instanceof Lookup.Fetching fetching) {
                fetching.later().subscribe().with(ignored -> {});
                fetches.get(url("forged" + i)).fail(new IOException("404"));
            }
            now = now.plusMillis(59);
        }

        assertEquals(10, fetched);
        now = now.plusSeconds(60);
        assertInstanceOf(Lookup.Fetching.class, certificates.find(url("true")));
    }

    @Test
    void forgedUrlsTakeAwayNoCertificateThatIsKnown() {
        ask("true");
        fetches.get(url("true")).complete(certificate);

        for (int i = 0; i < 20; i++) {
            now = now.plusSeconds(7);
            ask("forged" + i);
            fetches.get(url("forged" + i)).fail(new IOException("404"));
        }

        assertInstanceOf(Lookup.Found.class, certificates.find(url("true")));
    }

    @Test
    void tenAreKeptThoseThatAreAskedForLonger() {
        for (int i = 0; i < 11; i++) {
            now = now.plusSeconds(7);
            ask("c" + i);
            fetches.get(url("c" + i)).complete(certificate);
            certificates.find(url("c0"));
        }

        assertInstanceOf(Lookup.Found.class, certificates.find(url("c0")));
        assertInstanceOf(Lookup.Found.class, certificates.find(url("c10")));
        assertInstanceOf(Lookup.Fetching.class, certificates.find(url("c1")));
    }

    private List<Lookup> ask(String name) {
        List<Lookup> said = new ArrayList<>();
        Lookup.Fetching fetching = assertInstanceOf(Lookup.Fetching.class, certificates.find(url(name)));
        fetching.later().subscribe().with(said::add);
        return said;
    }

    private static URI url(String name) {
        return URI.create("https://sns.eu-west-1.amazonaws.com/" + name + ".pem");
    }
}
