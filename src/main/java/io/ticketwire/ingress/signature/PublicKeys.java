package io.ticketwire.ingress.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Public keys for ECDSA as people enter them: base64 of the SubjectPublicKeyInfo, with or without the lines of PEM around it. */
final class PublicKeys {

    private static final Pattern PEM_LINE = Pattern.compile("-----(?:BEGIN|END) PUBLIC KEY-----");
    private static final Pattern BLANK = Pattern.compile("\\s+");

    private PublicKeys() {}

    /** Those that can be used; what was entered by mistake beside them does no harm. */
    static List<PublicKey> of(List<String> entered) {
        return entered.stream().map(PublicKeys::of).filter(Objects::nonNull).toList();
    }

    private static PublicKey of(String entered) {
        String base64 = BLANK.matcher(PEM_LINE.matcher(entered).replaceAll("")).replaceAll("");
        try {
            byte[] encoded = Base64.getDecoder().decode(base64);
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            return null;
        }
    }
}
