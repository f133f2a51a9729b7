package io.ticketwire.intelligence.escalation;

/** What a customer can say that makes a ticket a matter for somebody with more power. */
public enum EscalationCause {
    /** Ends the contract, the account or an order, or thinks of it. */
    CANCELLATION("mentions cancellation", 25),
    /** Money back: of us, or through the bank. */
    REFUND("mentions a refund", 15),
    /** Goes to somebody else. */
    COMPETITOR("may go to a competitor", 20),
    /** Lawyers, courts, formal notices. */
    LEGAL("mentions legal steps", 35),
    /** Those who watch over companies: ombudsmen, consumer protection, data protection. */
    REGULATOR("mentions a regulator", 35),
    /** The press, television, reviews, social media. */
    PUBLICITY("may go public", 25),
    /** Strangers have been, or may have been, where they must not be. */
    SECURITY("reports a security incident", 30),
    /** Nothing works, for many. */
    OUTAGE("reports an outage", 25),
    /** Asks for somebody's superior, or complains formally. */
    MANAGER("asks for a manager", 25),
    /** What was agreed is not kept, and costs money. */
    CONTRACT("refers to a breach of the contract", 25),
    /** It must be done within hours. */
    DEADLINE("has a deadline today", 10);

    private final String reason;
    private final int points;

    EscalationCause(String reason, int points) {
        this.reason = reason;
        this.points = points;
    }

    /** In words for people. */
    public String reason() {
        return reason;
    }

    /** What it adds to the score at most, from 0 to 1. */
    public double share() {
        return points / 100.0;
    }

    /** What it adds to the score of {@link EscalationPolicy}. */
    int points() {
        return points;
    }
}
