package io.ticketwire.ingress;

import io.ticketwire.event.Json;

/**
 * The body of a 200.
 *
 * @param mediaType null if there is no body
 */
public record Reply(String mediaType, String text) {

    /** No body. */
    public static final Reply EMPTY = new Reply(null, "");

    /** An empty object, for senders that parse what comes back. */
    public static final Reply EMPTY_OBJECT = new Reply("application/json", "{}");

    /** Text as it is. */
    public static Reply text(String text) {
        return new Reply("text/plain", text);
    }

    /** {@code {"ok":true,"status":"received","connector":"..."}}; senders of tickets compare it to the letter. */
    public static Reply received(String connector) {
        return new Reply("application/json", Json.text(new Received(true, "received", connector)));
    }

    record Received(boolean ok, String status, String connector) {}
}
