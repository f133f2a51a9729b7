package io.ticketwire.ingress.mail.ses;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ticketwire.ingress.FormBody;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A URL in a message of SNS, before anybody calls it. That the host is some host of AWS, or that the path ends in .pem, is not
 * enough: anybody may have a bucket at AWS, and SNS itself answers with what a query makes it say
 * (https://github.com/nathforge/validatesns/issues/6). So host and path are those that SNS uses, and nothing else.
 */
record SnsUrl(URI url) {

    private static final Pattern HOST =
            Pattern.compile("sns\\.[a-z]{2,4}(?:-[a-z]+){1,4}-\\d{1,2}\\.amazonaws\\.(?:com(?:\\.cn)?|eu)");
    private static final Pattern CERTIFICATE =
            Pattern.compile("/SimpleNotificationService-[0-9a-f]{32}(?:-[A-Za-z0-9]{1,64})?\\.pem");
    private static final int MAX_LENGTH = 2_048;

    /** Empty if it is no URL of SNS by HTTPS. */
    static Optional<SnsUrl> of(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            // The authority as a whole: there is nobody before the host, and no other port behind it.
            boolean ofSns = "https".equals(url.getScheme())
                    && url.getHost() != null
                    && HOST.matcher(url.getHost()).matches()
                    && List.of(url.getHost(), url.getHost() + ":443").contains(url.getRawAuthority())
                    && url.getRawFragment() == null;
            return ofSns ? Optional.of(new SnsUrl(url)) : Optional.empty();
        } catch (URISyntaxException noUrl) {
            return Optional.empty();
        }
    }

    boolean isAt(TopicArn topic) {
        return url.getHost().equals(topic.host());
    }

    /** Whether SNS has a certificate there. */
    boolean isOfCertificate() {
        return url.getRawQuery() == null
                && CERTIFICATE.matcher(url.getRawPath()).matches();
    }

    /** Whether a GET confirms a subscription to the topic, and does nothing else. */
    boolean confirms(String topicArn) {
        boolean root = url.getRawPath().isEmpty() || url.getRawPath().equals("/");
        return root
                && url.getRawQuery() != null
                && FormBody.of(url.getRawQuery().getBytes(UTF_8)) instanceof FormBody.Parsed query
                && hasOnce(query, "Action", "ConfirmSubscription")
                && hasOnce(query, "TopicArn", topicArn);
    }

    private static boolean hasOnce(FormBody.Parsed query, String name, String value) {
        List<String> values = query.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(FormBody.Parameter::value)
                .toList();
        return values.equals(List.of(value));
    }

    /**
     * Where it is called: there, or at a proxy.
     *
     * @param baseUrl in place of scheme, host and port; null if there is no proxy
     */
    URI through(String baseUrl) {
        String base = baseUrl == null ? "https://" + url.getHost() : baseUrl;
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        return URI.create(base + url.getRawPath() + query);
    }
}
