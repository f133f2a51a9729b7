package io.ticketwire.ingress.ticket;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import io.ticketwire.ingress.ProviderEventId;

/** Addresses of tickets, as placeholders are filled with them: with or without a scheme, for people or for programs. */
public final class TicketLinks {

    private static final int MAX = 2_048;
    private static final int MAX_FIELDS = 1_000;
    private static final Pattern NO_SCHEME = Pattern.compile("(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,24}/\\S*+");
    private static final Pattern ID = Pattern.compile("/tickets/(\\d{1,19})(?:\\.json)?(?:[?#].*)?$");

    private TicketLinks() {}

    /** The address with its scheme; null if it is none, or one for programs. */
    public static String forPeople(String address) {
        if (address == null || address.length() > MAX || address.contains("/api/")) {
            return null;
        }
        return NO_SCHEME.matcher(address).matches() ? "https://" + address : address;
    }

    /**
     * The id as it was written, without a number sign before it; of a payload that gives none, the one that its link ends in;
     * null if there is neither.
     */
    public static String id(String written, String link) {
        if (written != null) {
            return written.startsWith("#") ? ProviderEventId.usable(written.substring(1)) : written;
        }
        Matcher id = ID.matcher(link == null || link.length() > MAX ? "" : link);
        return id.find() ? id.group(1) : null;
    }

    /** Whether a field of this object that is called a URL or link holds an address of this host. */
    public static boolean in(JsonNode object, String host) {
        int left = MAX_FIELDS;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (--left < 0) {
                return false;
            }
            String key = field.getKey().toLowerCase(Locale.ROOT);
            if ((key.contains("url") || key.contains("link"))
                    && field.getValue().isTextual()
                    && field.getValue().textValue().contains(host)) {
                return true;
            }
        }
        return false;
    }
}
