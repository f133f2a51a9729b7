package io.ticketwire.intelligence.lexicon;

import java.util.Locale;

/** What a concept does to a message, and how much of good or bad is in it. */
public enum ConceptClass {
    POS_STRONG(2),
    POS_MILD(1),
    JOY(2),
    LOVE(2),
    THANKS(1),
    PRAISE_SERVICE(2),
    LAUGH(1),
    NEG_STRONG(-2),
    NEG_MILD(-1),
    ANGER(-2),
    SADNESS(-1),
    FEAR(-1),
    INSULT(-2),
    PROFANITY(-1),
    THREAT(-2),
    CONTEMPT(-2),
    WAIT_DELAY(-1),
    FAILURE_DEFECT(-1),
    LOSS_DAMAGE(-1),
    MONEY_PROBLEM(-1),
    REPEAT_AGAIN(0),
    PROMISE_BROKEN(-1),
    SURPRISE(0),
    APOLOGY(0),
    POLITENESS(0),
    GREETING(0),
    QUESTION(0),
    REQUEST(0),
    URGENCY(0),
    OUTAGE(0),
    SECURITY(0),
    LEGAL(0),
    CANCEL(0),
    REFUND(0),
    COMPETITOR(0),
    /** It happens at times, in part, or can be got round. */
    MITIGATED(0),
    /** Somebody wants to know, or to have it nicer. */
    INFORMATION(0),
    /** Work stands still, much is at stake. */
    IMPACT(0),
    INTENSIFIER(0),
    DIMINISHER(0),
    NEGATOR(0);

    private final int polarity;

    ConceptClass(int polarity) {
        this.polarity = polarity;
    }

    /** From -2 to 2. */
    public int polarity() {
        return polarity;
    }

    static ConceptClass of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
