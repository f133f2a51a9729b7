package io.ticketwire.text;

/** Whose words a line of a mail is, as far as the program that wrote its HTML says so. */
public enum Origin {
    /** Nothing is said of it. */
    UNSAID,

    /** It is quoted, or says of whom the quote is. */
    QUOTE,

    /** It stands in a {@code blockquote} of which nothing more is said: people use those, too. */
    BLOCKQUOTE,

    /** With it begins the mail that is answered or passed on, which lasts to the end. */
    OTHER_MAIL,

    /** It is of the signature that the program puts below every mail. */
    SIGNATURE
}
