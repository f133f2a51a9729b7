package io.ticketwire.ingress.mail;

import io.ticketwire.text.JsonText;

/** What the HTML of a mail refers to a part by (RFC 2392). */
public final class ContentIds {

    private ContentIds() {}

    /** Without angle brackets; null if there is none. */
    public static String of(String written) {
        String id = written == null ? null : JsonText.line(written);
        return id == null ? null : JsonText.line(id.replace("<", "").replace(">", ""));
    }
}
