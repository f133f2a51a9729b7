package io.ticketwire.intelligence.hostility;

/** What a text can hold that speaks for hostility, or (a guard) that takes such a sign back. */
public enum SignalKind {
    /** An insult, and whom it is aimed at: the reader, the team, the company. */
    INSULT_AT_PERSON(false),
    /** An insult that is aimed at nobody we know. */
    INSULT(false),
    /** The strongest swear words, as an exclamation. */
    PROFANITY_STRONG(false),
    /** The same, at the company's people or work. */
    PROFANITY_AT_WORK(false),
    PROFANITY_MILD(false),
    /** Told to go away or to be silent. */
    TELL_OFF(false),
    /** Of violence, ruin or a smear; a wish of harm. */
    THREAT(false),
    /** Scorn that needs no bad word. */
    CONTEMPT(false),
    HOSTILE_EMOJI(false),
    ANGRY_EMOJI(false),
    /** Most of the message is in capitals. */
    SHOUTING(false),
    /** Nothing but weary or angry faces. Takes nothing back: there is nothing else. */
    MOOD_ONLY(true),
    /** A rough word that praises. */
    PRAISE_ROUGH(true),
    /** A term of the trade that sounds like violence. */
    TECHNICAL(true),
    NEGATED(true),
    /** Somebody else's words, reported. */
    QUOTED(true),
    /** Where somebody is, for a civil reason: it is asked for, or something is to be fetched there. */
    ERRAND(true),
    /** A person, a place or a product that is called so. */
    NAME(true),
    /** Said of the writer himself or of his own people. */
    SELF(true),
    /** The law in civil words. Takes nothing back, since a threat may follow. */
    LEGAL_CIVIL(true);

    private final boolean guard;

    SignalKind(boolean guard) {
        this.guard = guard;
    }

    /** Whether it speaks against hostility. */
    public boolean isGuard() {
        return guard;
    }

    boolean takesBack(SignalKind other) {
        return switch (this) {
            case QUOTED, NAME, TECHNICAL -> !other.guard;
            case ERRAND -> other == THREAT;
            case NEGATED, SELF ->
                other == INSULT || other == INSULT_AT_PERSON || other == CONTEMPT || isProfanity(other);
            case PRAISE_ROUGH -> other == INSULT || other == INSULT_AT_PERSON || isProfanity(other);
            default -> false;
        };
    }

    private static boolean isProfanity(SignalKind kind) {
        return kind == PROFANITY_STRONG || kind == PROFANITY_AT_WORK || kind == PROFANITY_MILD;
    }
}
