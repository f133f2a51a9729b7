package io.ticketwire.local.inspect;

/** What a receiver can say about the signature of a request. */
enum Signature {
    VALID(true, "signature valid"),
    INVALID(false, "signature invalid"),
    UNSIGNED(null, "unsigned"),
    /** It is signed, but no endpoint that leads here has a secret to check it with. */
    UNKNOWN(null, "signed by an unknown endpoint");

    private final Boolean valid;
    private final String words;

    Signature(Boolean valid, String words) {
        this.valid = valid;
        this.words = words;
    }

    /** Null: nothing to check, or nothing to check it with. */
    Boolean valid() {
        return valid;
    }

    String words() {
        return words;
    }
}
