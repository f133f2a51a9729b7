package io.ticketwire.intelligence.token;

/** What a token is. */
public enum TokenKind {
    /** Letters with their marks and digits, and apostrophes between them: {@code don't}, {@code l'écran}, {@code id1ot}. */
    WORD,
    /** Digits, with what may stand between them: {@code 1.250,00}. */
    NUMBER,
    /** {@code @name}: whom a post addresses. */
    MENTION,
    /** A link. */
    URL,
    /** An e-mail address. */
    EMAIL,
    /** A run of one punctuation mark: {@code !!!}. */
    PUNCTUATION,
    /** One emoji, without its variation and skin tone. */
    EMOJI
}
