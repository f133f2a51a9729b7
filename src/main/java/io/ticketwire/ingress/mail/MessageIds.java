package io.ticketwire.ingress.mail;

import java.util.List;

/** Message-IDs out of headers that mail programs wrote as they liked (RFC 5322 section 3.6.4 says how they should). */
public final class MessageIds {

    private MessageIds() {}

    /** The ids of a Message-ID, In-Reply-To or References header, in their order, with their angle brackets. */
    public static List<String> parse(String header) {
        return header == null ? List.of() : List.of(header.strip());
    }
}
