package io.ticketwire.ingress;

import io.ticketwire.event.Json;

/**
 * The answer to what was taken.
 *
 * @param status 200, but for the few senders that want to be told otherwise
 * @param mediaType null if there is no body
 */
public record Reply(int status, String mediaType, String text) {

    private static final int OK = 200;

    /** No body. */
    public static final Reply EMPTY = new Reply(OK, null, "");

    /** An empty object, for senders that parse what comes back. */
    public static final Reply EMPTY_OBJECT = new Reply(OK, "application/json", "{}");

    /** Text as it is. */
    public static Reply text(String text) {
        return new Reply(OK, "text/plain", text);
    }

    /** As {@link #EMPTY}, with another status. */
    public static Reply empty(int status) {
        return new Reply(status, null, "");
    }

    /** {@code {"ok":true,"status":"received","connector":"..."}}; senders of tickets compare it to the letter. */
    public static Reply received(String connector) {
        return new Reply(OK, "application/json", Json.text(new Received(true, "received", connector)));
    }

    record Received(boolean ok, String status, String connector) {}
}
