package io.ticketwire.endpoint;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which URLs an endpoint may have, as far as the URL itself tells; what its name resolves to is for {@link AddressRules}.
 * Whatever different parsers may read differently is refused rather than understood.
 */
public final class UrlRules {

    private static final int MAX_LENGTH = 2048;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final int FIRST_HIGH_PORT = 1024;
    private static final int LAST_PORT = 65535;
    private static final String LOCALHOST = "localhost";
    private static final List<String> PRIVATE_SUFFIXES = List.of(".internal", ".local", ".svc", ".cluster.local");

    /** Visible ASCII less what parsers disagree about. */
    private static final Pattern CHARACTERS = Pattern.compile("[!#-;=?-\\[\\]_a-z~]+");

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)([a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?\\.)*[a-zA-Z0-9_]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9_])?");

    private final AddressRules addresses;
    private final boolean allowHttp;
    private final boolean loopbackAllowed;

    public UrlRules(AddressRules addresses, boolean allowHttp) {
        this.addresses = addresses;
        this.allowHttp = allowHttp;
        this.loopbackAllowed = addresses.allows(InetAddress.getLoopbackAddress());
    }

    /** Why an endpoint may not have this URL; empty if it may. */
    public Optional<String> refusal(String url) {
        if (url == null || url.isEmpty()) {
            return Optional.of("is required");
        }
        if (url.length() > MAX_LENGTH) {
            return Optional.of("has more than " + MAX_LENGTH + " characters");
        }
        if (!CHARACTERS.matcher(url).matches()) {
            return Optional.of("has characters that must be written percent-encoded, or in a name as xn--...");
        }
        try {
            return refusalAtUse(new URI(url));
        } catch (URISyntaxException e) {
            return Optional.of("is not a URL");
        }
    }

    /** Why no request may be sent to a URL that was fine when it was saved: the configuration may be another now. */
    Optional<String> refusalAtUse(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && allowHttp)) {
            return Optional.of("must start with https://" + (allowHttp ? " or http://" : ""));
        }
        String authority = uri.getRawAuthority();
        if (authority == null || uri.isOpaque()) {
            return Optional.of("has no host");
        }
        if (authority.contains("@")) {
            return Optional.of("must not have a user or password; send credentials in a header");
        }
        if (authority.contains("%")) {
            return Optional.of("must not have percent-encoding in its host");
        }
        if (uri.getRawFragment() != null) {
            return Optional.of("must not have a fragment (#)");
        }
        String host = uri.getHost();
        return host == null
                ? Optional.of("has no valid host name")
                : hostRefusal(host).or(() -> portRefusal(host, uri.getPort(), scheme));
    }

    private Optional<String> hostRefusal(String host) {
        if (host.endsWith(".")) {
            return Optional.of("must not have a dot at the end of its host");
        }
        if (AddressLiteral.looksLikeOne(host)) {
            Optional<InetAddress> address = AddressLiteral.parse(host);
            return address.isEmpty()
                    ? Optional.of("has an address that is not written as four decimal numbers or as plain IPv6")
                    : addresses.refusal(address.get());
        }
        if (!NAME.matcher(host).matches()) {
            return Optional.of("has no valid host name");
        }
        return nameRefusal(host.toLowerCase(Locale.ROOT));
    }

    private Optional<String> nameRefusal(String name) {
        boolean local = name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST);
        if (local && !loopbackAllowed) {
            return Optional.of("must not name this machine");
        }
        boolean inside = PRIVATE_SUFFIXES.stream().anyMatch(name::endsWith);
        if (inside && !addresses.allowsAnyNetwork()) {
            return Optional.of("has a name that is only known inside a network");
        }
        return Optional.empty();
    }

    private Optional<String> portRefusal(String host, int port, String scheme) {
        boolean usual = port == -1 || port == HTTPS_PORT || port == HTTP_PORT && scheme.equals("http");
        boolean high = port >= FIRST_HIGH_PORT && port <= LAST_PORT;
        boolean opened = port >= 1 && port <= LAST_PORT && isOpened(host);
        return usual || high || opened ? Optional.empty() : Optional.of("must have port 443 or one from 1024 to 65535");
    }

    /** Whether the host is by itself known to be in an allowed network. */
    private boolean isOpened(String host) {
        return loopbackAllowed && host.equalsIgnoreCase(LOCALHOST)
                || AddressLiteral.looksLikeOne(host)
                        && AddressLiteral.parse(host).filter(addresses::allows).isPresent();
    }
}
