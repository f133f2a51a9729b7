package io.ticketwire.ingress.mail;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import io.ticketwire.platform.Sha256;
import io.ticketwire.text.CleanText;

/**
 * Message-IDs out of headers that mail programs wrote as they liked; RFC 5322 section 3.6.4 says how they should. Written
 * between angle brackets, without white space, in their own case.
 */
public final class MessageIds {

    /** Characters of the longest id. */
    static final int LONGEST = 255;

    /** Ends the ids of mails that this gateway sends itself. */
    private static final String OWN = "@ticketwire>";

    private MessageIds() {}

    /**
     * The ids of a Message-ID, In-Reply-To or References header, in their order. Comments and words around them are left out;
     * where nothing is in angle brackets, whatever has an @ is taken for an id. One of more than 255 characters is shortened,
     * always to the same.
     *
     * @param header unfolded or not; null if there is none
     */
    public static List<String> parse(String header) {
        if (header == null) {
            return List.of();
        }
        String clean = CleanText.clean(header);
        return clean.indexOf('<') >= 0 ? bracketed(clean) : bare(clean);
    }

    static boolean isOwn(String id) {
        return id != null
                && id.regionMatches(true, Math.max(0, id.length() - OWN.length()), OWN, 0, OWN.length())
                && id.length() > OWN.length();
    }

    private static List<String> bracketed(String header) {
        List<String> ids = new ArrayList<>();
        int start = header.indexOf('<');
        while (start >= 0) {
            int next = header.indexOf('<', start + 1);
            int limit = next < 0 ? header.length() : next;
            int close = header.indexOf('>', start);
            int end = close >= 0 && close < limit ? close : limit;
            add(ids, header.substring(start + 1, end));
            start = next;
        }
        return ids;
    }

    private static List<String> bare(String header) {
        List<String> ids = new ArrayList<>();
        for (String word : header.split("[\\s,;()\">]+")) {
            if (word.indexOf('@') > 0) {
                add(ids, word);
            }
        }
        return ids;
    }

    private static void add(List<String> ids, String between) {
        // Folding, or a careless program, may have put white space into it, or a comma behind it.
        String id = between.replaceAll("[\\s,;]+", "");
        if (!id.isEmpty()) {
            ids.add(shortened("<" + id + ">"));
        }
    }

    private static String shortened(String id) {
        if (id.length() <= LONGEST) {
            return id;
        }
        String hash = HexFormat.of().formatHex(Sha256.of(id));
        return CleanText.cut(id, LONGEST - hash.length() - 2) + "#" + hash + ">";
    }
}
