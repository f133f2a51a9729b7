package io.ticketwire.ingress.mail.ses;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ticketwire.event.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Signs messages as SNS does. */
public final class SnsSigner {

    public static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:Mail";
    static final String CERTIFICATE_URL =
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";

    private final KeyStore.PrivateKeyEntry key;
    private final Map<String, Object> fields = new LinkedHashMap<>();

    private SnsSigner(KeyStore.PrivateKeyEntry key) {
        this.key = key;
    }

    public static SnsSigner notification(KeyStore.PrivateKeyEntry key) {
        return new SnsSigner(key)
                .with("Type", "Notification")
                .with("MessageId", "19ba9823-d7f2-53c1-860e-cb10e0d13dfc")
                .with("TopicArn", TOPIC)
                .with("Message", "{\"eventType\":\"Send\"}")
                .with("Timestamp", "2026-07-02T12:00:00.000Z")
                .with("SignatureVersion", "2")
                .with("SigningCertURL", CERTIFICATE_URL);
    }

    static SnsSigner subscription(KeyStore.PrivateKeyEntry key) {
        return notification(key)
                .with("Type", "SubscriptionConfirmation")
                .with("Token", "2336412f")
                .with(
                        "SubscribeURL",
                        "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + TOPIC
                                + "&Token=2336412f");
    }

    /** Null takes a field away. */
    public SnsSigner with(String field, Object value) {
        if (value == null) {
            fields.remove(field);
        } else {
            fields.put(field, value);
        }
        return this;
    }

    SnsSigner withNull(String field) {
        fields.put(field, null);
        return this;
    }

    SigningCertificate certificate() {
        return new SigningCertificate((X509Certificate) key.getCertificate());
    }

    /** With the signature, unless there is one. */
    public String json() {
        try {
            if (!fields.containsKey("Signature")) {
                fields.put("Signature", signature());
            }
            return Json.text(fields);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signature() throws GeneralSecurityException {
        boolean first = "1".equals(fields.get("SignatureVersion"));
        String digest = first ? "SHA1with" : "SHA256with";
        String algorithm = key.getPrivateKey().getAlgorithm();
        Signature signature = Signature.getInstance(digest + (algorithm.equals("EC") ? "ECDSA" : algorithm));
        signature.initSign(key.getPrivateKey());
        StringBuilder text = new StringBuilder();
        Map<String, Object> signed = new TreeMap<>(fields);
        signed.keySet().removeAll(List.of("SignatureVersion", "SigningCertURL"));
        signed.forEach((name, value) -> {
            if (value != null) {
                text.append(name).append('\n').append(value).append('\n');
            }
        });
        signature.update(text.toString().getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }
}
