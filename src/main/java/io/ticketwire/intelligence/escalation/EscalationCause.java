package io.ticketwire.intelligence.escalation;

/** What a customer can say that makes a ticket a matter for somebody with more power. */
public enum EscalationCause {
    CANCELLATION,
    REFUND,
    COMPETITOR,
    LEGAL,
    REGULATOR,
    PUBLICITY,
    SECURITY,
    OUTAGE,
    MANAGER
}
