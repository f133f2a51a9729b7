package io.ticketwire.ingress.message.twilio;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The spellings of one URL of which Twilio may have signed any: with its port or without (Twilio is not consistent), and
 * with an apostrophe in the query as it is or as {@code %27}. All of it is text surgery: what is decoded and encoded again
 * is another URL.
 */
final class SignedUrls {

    private SignedUrls() {}

    /** @param url as it was typed in at Twilio, of which the fragment, that sets time-outs and retries, is not signed */
    static Set<String> of(String url) {
        String whole = withoutFragment(url);
        Set<String> urls = new LinkedHashSet<>();
        urls.add(whole);
        urls.addAll(withAndWithoutPort(whole));
        for (String plain : List.copyOf(urls)) {
            int query = plain.indexOf('?');
            urls.add(
                    query < 0
                            ? plain
                            : plain.substring(0, query) + plain.substring(query).replace("'", "%27"));
        }
        return urls;
    }

    /** The query that was received stands behind what was typed in. */
    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        if (fragment < 0) {
            return url;
        }
        int query = url.indexOf('?', fragment);
        return url.substring(0, fragment) + (query < 0 ? "" : url.substring(query));
    }

    private static List<String> withAndWithoutPort(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0) {
            return List.of();
        }
        int end = endOfAuthority(url, scheme + 3);
        int host = Math.max(scheme + 3, url.lastIndexOf('@', end - 1) + 1);
        int colon = url.lastIndexOf(':', end - 1);
        boolean given = colon >= host && colon > url.lastIndexOf(']', end - 1);
        String before = url.substring(0, given ? colon : end);
        String standard = url.substring(0, scheme).toLowerCase(Locale.ROOT).equals("https") ? ":443" : ":80";
        String port = given ? url.substring(colon, end) : standard;
        return List.of(before + url.substring(end), before + port + url.substring(end));
    }

    private static int endOfAuthority(String url, int from) {
        for (int i = from; i < url.length(); i++) {
            if (url.charAt(i) == '/' || url.charAt(i) == '?') {
                return i;
            }
        }
        return url.length();
    }
}
