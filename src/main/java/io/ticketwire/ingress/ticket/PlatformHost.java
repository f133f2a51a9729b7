package io.ticketwire.ingress.ticket;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.ticketwire.connector.Connector;

/** Where a connector's account lives at its platform, for links to tickets. */
public final class PlatformHost {

    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9][a-z0-9-]{0,61}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    private PlatformHost() {}

    /**
     * The connector's base URL, else {@code https://<subdomain>.<domain>}, without a slash at its end; null if neither is
     * known. The subdomain may have been entered as {@code acme}, {@code acme.zendesk.com} or {@code https://acme.zendesk.com/}.
     *
     * @param domain the platform's, e.g. {@code zendesk.com}
     */
    public static String of(Connector connector, String domain) {
        List<String> entered = connector.credential("subdomain");
        if (connector.baseUrl() != null || entered.isEmpty()) {
            return connector.baseUrl();
        }
        String host = entered.get(0).trim().toLowerCase(Locale.ROOT);
        host = host.substring(host.indexOf("://") < 0 ? 0 : host.indexOf("://") + 3);
        host = host.indexOf('/') < 0 ? host : host.substring(0, host.indexOf('/'));
        String subdomain = host.endsWith("." + domain) ? host.substring(0, host.length() - domain.length() - 1) : host;
        return SUBDOMAIN.matcher(subdomain).matches() ? "https://" + subdomain + "." + domain : null;
    }

    /**
     * The page of a ticket; null if the host is not known or the id is no number.
     *
     * @param path before the id, e.g. {@code /agent/tickets/}
     */
    public static String page(Connector connector, String domain, String path, String id) {
        String host = of(connector, domain);
        return host == null || !NUMBER.matcher(id).matches() ? null : host + path + id;
    }
}
