package io.ticketwire.intelligence.kind;

/** What a message is, whatever it says. */
public enum MessageKind {
    /** Somebody wants something of us, or tells us something. Also what reports spam. */
    MESSAGE,
    /** A machine wrote it: out of office, an acknowledgement, a delivery failure, a read receipt. */
    AUTO_REPLY,
    /** Nobody asked for it: advertising, fraud, chain letters. */
    SPAM
}
