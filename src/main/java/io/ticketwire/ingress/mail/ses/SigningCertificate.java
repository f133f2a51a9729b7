package io.ticketwire.ingress.mail.ses;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** A certificate that SNS signs messages with. That it is genuine follows from where it was fetched, by HTTPS. */
record SigningCertificate(X509Certificate certificate) {

    private static final int DNS_NAME = 2;

    /** Reads PEM. */
    static SigningCertificate of(String pem) throws CertificateException {
        ByteArrayInputStream in = new ByteArrayInputStream(pem.getBytes(US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificate(in) instanceof X509Certificate certificate
                ? new SigningCertificate(certificate)
                : none();
    }

    private static SigningCertificate none() throws CertificateException {
        throw new CertificateException("no certificate in it");
    }

    boolean isValidAt(Instant time) {
        try {
            certificate.checkValidity(Date.from(time));
            return true;
        } catch (CertificateException tooEarlyOrTooLate) {
            return false;
        }
    }

    /** Whether it is of one of these hosts. */
    boolean isOf(Set<String> hosts) {
        return hosts.stream().anyMatch(host -> hasCommonName(host) || hasAlternativeName(host));
    }

    private boolean hasCommonName(String host) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .anyMatch(part -> part.getType().equals("CN")
                                    && part.getValue().equals(host));
        } catch (InvalidNameException noName) {
            return false;
        }
    }

    private boolean hasAlternativeName(String host) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null && names.contains(List.of(DNS_NAME, host));
        } catch (CertificateException noNames) {
            return false;
        }
    }

    /** Whether its key made the signature; not if the algorithm is none of its key, or of this Java. */
    boolean signed(String algorithm, byte[] text, byte[] signature) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(certificate.getPublicKey());
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException notMadeByIt) {
            return false;
        }
    }
}
